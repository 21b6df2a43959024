/** What this worktree holds, and what else waits for those who hold it. */
import { newestFirst, waitsFor } from '../../core/policy/handoff-inbox.ts';
import { waitingOn } from '../../core/policy/waiting-on.ts';
import type { WaitingOn } from '../../core/policy/waiting-on.ts';
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { HandoffLine } from '../../core/survey.ts';
import { heldHere } from '../claims/held-here.ts';
import type { HeldHere } from '../claims/held-here.ts';
import type { Ports } from '../ports.ts';

export interface HereAnswer {
  readonly held: readonly HeldHere[];
  /** What else waits for them. */
  readonly yours: WaitingOn;
  /** Handoffs that wait for those who hold something here, newest first. */
  readonly handoffs: readonly HandoffLine[];
  readonly problems: readonly PlacedProblem[];
}

export async function here(ports: Ports): Promise<Result<HereAnswer>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  const held = await heldHere(ports, opened.value);
  const { survey } = opened.value;
  const { handoffs, problems } = survey;
  const agents = [...new Set(held.map(({ agent }) => agent))];
  const yours = waitingOn(agents, survey, ports.clock.now().getTime());
  const isForUs = (line: HandoffLine): boolean => held.some(({ agent }) => waitsFor(line, agent));
  return done({ held, yours, handoffs: handoffs.filter(isForUs).sort(newestFirst), problems });
}
