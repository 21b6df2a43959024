import { claim } from '../../app/claim.ts';
import type { Ports } from '../../app/ports.ts';
import type { ClaimAnswer } from '../../core/schemas/types.ts';
import { claimTalk, claimText } from '../../present/claim.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, { args, options, as }: Input, screen: Screen): Promise<Reply> {
  const isSet = (name: string): boolean => options[name] === true;
  const answer = await claim(ports, { id: args[0] ?? null, as, worktree: isSet('worktree'), take: isSet('take'), takeOver: isSet('takeOver') });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { id, title, isNew, lostFrom, claim: claimed } = answer.value;
  const { agent, since, until, branch, worktree, token } = claimed;
  const data: ClaimAnswer = { claim: { id, agent, state: 'held', since, until, branch, worktree, token }, title, new: isNew, lost_from: lostFrom };
  return { exit: 0, text: claimText(answer.value, ports.caller.cwd, screen), talk: claimTalk(answer.value, ports.caller.cwd), data };
}
