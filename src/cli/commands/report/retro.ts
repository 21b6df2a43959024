import type { Ports } from '../../../app/ports.ts';
import { reportRetro, SPANS } from '../../../app/reports/report-retro.ts';
import { refusal } from '../../../core/problem/refusal.ts';
import { retroMd } from '../../../present/reports/report-retro.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { choiceOption } from '../../options.ts';
import { refuse } from '../../refuse.ts';
import { retroEntry } from '../../retro-entry.ts';
import { toOutlet } from '../../to-outlet.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const [word = ''] = input.args;
  const span = SPANS.find((known) => known === word);
  if (span === undefined) return refuse(refusal('usage', { message: 'coord report retro takes daily, weekly or final', verb: 'report retro' }), screen);
  const format = choiceOption(input, 'format', ['md', 'json']);
  if (!format.ok) return refuse(format.refusal, screen);
  const answer = await reportRetro(ports, span);
  if (!answer.ok) return refuse(answer.refusal, screen);
  const data = (file: string | null): ReturnType<typeof retroEntry> => retroEntry(answer.value, file);
  return toOutlet(ports, input, screen, { text: format.value === 'md' ? retroMd(answer.value) : JSON.stringify(data(null), null, 2), problems: answer.value.problems, data });
}
