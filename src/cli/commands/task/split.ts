import type { Ports } from '../../../app/ports.ts';
import { taskSplit } from '../../../app/tasks/task-split.ts';
import type { TaskSplitAnswer } from '../../../core/schemas/types.ts';
import { commitTalk } from '../../../present/commit-outcome.ts';
import { taskSplitText } from '../../../present/tasks/task-changes.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { commitEntry } from '../../commit-entry.ts';
import { refuse } from '../../refuse.ts';

export async function run(ports: Ports, { args, as }: Input, screen: Screen): Promise<Reply> {
  const [id = '', ...titles] = args;
  const answer = await taskSplit(ports, { id, titles, as });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { parts, commit } = answer.value;
  const data: TaskSplitAnswer = { id: answer.value.id, parts: parts.map((part) => ({ ...part })), commit: commitEntry(commit) };
  return { exit: 0, text: taskSplitText(answer.value), talk: commitTalk(commit), data };
}
