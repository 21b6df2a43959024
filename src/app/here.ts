/** What this worktree holds, as its private files and the claims tell. */
import type { Blocker, Task } from '../core/model.ts';
import { newestFirst, waitsFor } from '../core/policy/handoff-inbox.ts';
import { waitingOn } from '../core/policy/waiting-on.ts';
import type { WaitingOn } from '../core/policy/waiting-on.ts';
import type { PlacedProblem } from '../core/problem/problem.ts';
import { done } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import type { HandoffLine } from '../core/survey.ts';
import { liveClaimOf } from './live-claims.ts';
import type { LiveClaim } from './live-claims.ts';
import type { Holding, Ports } from './ports.ts';
import { shareClaims } from './share-claims.ts';
import type { View } from './view.ts';

export interface HeldHere {
  readonly id: string;
  readonly agent: string;
  /** null where no file defines the task any more. */
  readonly task: Task | null;
  readonly blockers: readonly Blocker[];
  /** `lost`: another holds it by now, or it was given back. */
  readonly state: 'held' | 'expired' | 'lost';
  /** null where the claim is gone. */
  readonly live: LiveClaim | null;
}

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

/** What is finished is held no more. */
export async function heldHere(ports: Ports, view: View): Promise<readonly HeldHere[]> {
  const shared = shareClaims(ports, view);
  const held = await Promise.all((await shared.claims.holdings()).map((holding) => standingOf(shared, view, holding)));
  return held.filter(({ live }) => live?.state !== 'done');
}

async function standingOf(ports: Ports, view: View, { id, agent, nonce }: Holding): Promise<HeldHere> {
  const live = await liveClaimOf(ports, id);
  const isOurs = live?.claim?.nonce === nonce && (live.state === 'held' || live.state === 'expired');
  const blockers = view.survey.blockers.filter((blocker) => blocker.task.toLowerCase() === id.toLowerCase());
  return { id, agent, task: view.task(id), blockers, live, state: !isOurs ? 'lost' : live.state === 'held' ? 'held' : 'expired' };
}
