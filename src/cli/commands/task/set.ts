import type { Ports } from '../../../app/ports.ts';
import { taskSet } from '../../../app/tasks/task-set.ts';
import type { TaskSetAnswer } from '../../../core/schemas/types.ts';
import { commitTalk } from '../../../present/commit-outcome.ts';
import { say } from '../../../present/text/plain.ts';
import { taskSetText } from '../../../present/tasks/task-changes.ts';
import { onLines } from '../../../present/text/words.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { commitEntry } from '../../commit-entry.ts';
import { refuse } from '../../refuse.ts';

export async function run(ports: Ports, { args, as }: Input, screen: Screen): Promise<Reply> {
  const [id = '', ...assignments] = args;
  const answer = await taskSet(ports, { id, assignments, as });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { id: known, file, changed, commit, reopened } = answer.value;
  const data: TaskSetAnswer = { id: known, file, changed: [...changed], commit: commitEntry(commit) };
  const talk = onLines(reopened ? say`${known} was done; it may be claimed again.` : '', commitTalk(commit));
  return { exit: 0, text: taskSetText(answer.value), talk, data };
}
