/** What this worktree holds, as its private files and the claims tell. */
import type { Blocker, Task } from '../../core/model.ts';
import { blockersOn } from '../blockers/blockers-on.ts';
import { liveClaimsOf } from './live-claims.ts';
import type { LiveClaim } from './live-claims.ts';
import type { Holding, Ports } from '../ports.ts';
import { shareClaims } from './share-claims.ts';
import type { View } from '../view.ts';

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

/** What is finished is held no more. */
export async function heldHere(ports: Ports, view: View): Promise<readonly HeldHere[]> {
  const holdings = await ports.claims.holdings();
  const claims = await liveClaimsOf(shareClaims(ports, view), holdings.map(({ id }) => id));
  return holdings.map((holding) => standingOf(view, holding, claims.get(holding.id.toLowerCase()) ?? null)).filter(({ live }) => live?.state !== 'done');
}

function standingOf(view: View, { id, agent, nonce }: Holding, live: LiveClaim | null): HeldHere {
  const isOurs = live?.claim?.nonce === nonce && (live.state === 'held' || live.state === 'expired');
  return { id, agent, task: view.task(id), blockers: blockersOn(view, id), live, state: !isOurs ? 'lost' : live.state === 'held' ? 'held' : 'expired' };
}
