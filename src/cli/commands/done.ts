import { done } from '../../app/tasks/done.ts';
import type { Ports } from '../../app/ports.ts';
import type { DoneAnswer } from '../../core/schemas/types.ts';
import { commitTalk } from '../../present/commit-outcome.ts';
import { doneTalk, doneText } from '../../present/tasks/done.ts';
import { notSharedWords } from '../../present/claims/not-shared.ts';
import { onLines } from '../../present/text/words.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { commitEntry } from '../commit-entry.ts';
import { notSharedEntry, runEntry } from '../entries.ts';
import { handoffWords } from '../handoff-words.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const answer = await done(ports, { id: input.args[0] ?? null, as: input.as, handoff: handoffWords(input) });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { id, verified, handoffs, commit, unblocks, notShared } = answer.value;
  const data: DoneAnswer = { id, proven: verified.length > 0, verified: verified.map(runEntry), handoffs: [...handoffs], commit: commitEntry(commit), unblocks: [...unblocks], not_shared: notSharedEntry(notShared) };
  const talk = onLines(doneTalk(answer.value), commitTalk(commit), notSharedWords(notShared));
  return { exit: 0, text: doneText(answer.value), talk, data };
}
