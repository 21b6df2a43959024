import { claim } from '../../app/claims/claim.ts';
import type { Ports } from '../../app/ports.ts';
import type { ClaimAnswer } from '../../core/schemas/types.ts';
import { claimTalk, claimText } from '../../present/claims/claim.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { notSharedEntry } from '../entries.ts';
import { isSet } from '../options.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const answer = await claim(ports, { id: input.args[0] ?? null, as: input.as, worktree: isSet(input, 'worktree'), take: isSet(input, 'take'), takeOver: isSet(input, 'takeOver') });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { id, title, isNew, lostFrom, claim: claimed } = answer.value;
  const { agent, since, until, branch, worktree, token } = claimed;
  const data: ClaimAnswer = { claim: { id, agent, state: 'held', since, until, branch, worktree, token }, title, new: isNew, lost_from: lostFrom, other_there: [...(answer.value.otherThere?.paths ?? [])], not_shared: notSharedEntry(answer.value.notShared) };
  return { exit: 0, text: claimText(answer.value, ports.caller.cwd, screen), talk: claimTalk(answer.value, ports.caller.cwd), data };
}
