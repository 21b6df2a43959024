import { approve } from '../../app/approve.ts';
import type { Ports } from '../../app/ports.ts';
import type { ApproveAnswer } from '../../core/schemas/types.ts';
import { approveTalk, approveText } from '../../present/approve.ts';
import { commitTalk } from '../../present/commit-outcome.ts';
import { onLines } from '../../present/words.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { commitEntry } from '../commit-entry.ts';
import { isSet, textOption } from '../options.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const answer = await approve(ports, { name: input.args[0] ?? '', approved: !isSet(input, 'no'), note: textOption(input, 'note'), as: input.as });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { task, file, what, settled, approval, commit } = answer.value;
  const data: ApproveAnswer = { what, task, file, approval, settled, commit: commitEntry(commit) };
  const talk = onLines(approveTalk(answer.value), commitTalk(commit));
  return { exit: 0, text: approveText(answer.value), talk, data };
}
