/** A report to standard output, or to the file that --output names. */
import type { Ports } from '../app/ports.ts';
import { say } from '../present/text/plain.ts';
import type { Input, Reply, Screen } from './command.ts';
import { textOption } from './options.ts';
import { refuse } from './refuse.ts';

export interface Report extends Pick<Reply, 'problems'> {
  readonly text: string;
  /** `file`: where it was written; null: it is printed. */
  readonly data: (file: string | null) => unknown;
}

export async function toOutlet({ outlet }: Pick<Ports, 'outlet'>, input: Input, screen: Screen, { text, data, problems = [] }: Report): Promise<Reply> {
  const typed = textOption(input, 'output');
  if (typed === null) return { exit: 0, text, data: data(null), problems };
  const written = await outlet.write(typed, `${text}\n`);
  if (!written.ok) return refuse(written.refusal, screen);
  return { exit: 0, text: say`Written: ${written.value}`, data: data(written.value), problems };
}
