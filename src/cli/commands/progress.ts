import type { Ports } from '../../app/ports.ts';
import { progress } from '../../app/tasks/progress.ts';
import type { ProgressAnswer } from '../../core/schemas/types.ts';
import { commitTalk } from '../../present/commit-outcome.ts';
import { progressText } from '../../present/tasks/progress.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { commitEntry } from '../commit-entry.ts';
import { textOption } from '../options.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const [amount = '', ...note] = input.args;
  const answer = await progress(ports, { amount, note: note.length === 0 ? null : note.join(' '), id: textOption(input, 'task'), as: input.as });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { id, progress: reached, file, commit } = answer.value;
  const data: ProgressAnswer = { id, progress: reached, file, commit: commitEntry(commit) };
  return { exit: 0, text: progressText(answer.value), talk: commitTalk(commit), data };
}
