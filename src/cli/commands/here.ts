import type { HeldHere } from '../../app/claims/held-here.ts';
import { here } from '../../app/overview/here.ts';
import type { Ports } from '../../app/ports.ts';
import type { HereAnswer } from '../../core/schemas/types.ts';
import { hereText, leftToDo } from '../../present/overview/here.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { blockerEntry, claimEntry, handoffEntry, taskEntry, waitingEntry } from '../entries.ts';
import { refuse } from '../refuse.ts';
import { run as status } from './status.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  // Asked before the files are opened, which the status does again.
  if (!input.json && (await ports.claims.holdings()).length === 0) return status(ports, input, screen);
  const answer = await here(ports);
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { held, yours, handoffs, problems } = answer.value;
  if (held.length === 0 && !input.json) return status(ports, input, screen);
  const data: HereAnswer = { held: held.map(entry), waits_for_you: waitingEntry(yours), handoffs: handoffs.map(handoffEntry) };
  return { exit: 0, text: hereText(answer.value, screen), data, problems };
}

function entry({ id, agent, task, blockers, live, state }: HeldHere): HereAnswer['held'][number] {
  return { id, agent, state, claim: live && claimEntry(live), task: task && taskEntry(task), blockers: blockers.map(blockerEntry), left: task === null ? [] : [...leftToDo(task)] };
}
