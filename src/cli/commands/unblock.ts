import type { Ports } from '../../app/ports.ts';
import { unblock } from '../../app/blockers/unblock.ts';
import { refusal } from '../../core/problem/refusal.ts';
import type { UnblockAnswer } from '../../core/schemas/types.ts';
import { unblockText } from '../../present/blockers/blocker.ts';
import { commitTalk } from '../../present/commit-outcome.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { commitEntry } from '../commit-entry.ts';
import { blockerEntry } from '../entries.ts';
import { isSet, textOption } from '../options.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const ack = isSet(input, 'ack');
  const note = textOption(input, 'note');
  if (ack && note !== null) return refuse(refusal('usage', { message: '--note tells how a blocker was resolved, and --ack leaves it open', verb: 'unblock' }), screen);
  const answer = await unblock(ports, { name: input.args[0] ?? '', ack, note, as: input.as });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { blocker, left, commit } = answer.value;
  const data: UnblockAnswer = { blocker: blockerEntry(blocker), left, commit: commitEntry(commit) };
  return { exit: 0, text: unblockText(answer.value), talk: commitTalk(commit), data };
}
