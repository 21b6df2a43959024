/** Keeps a claim alive while its holder works: verbs that write renew it when under half of the lease is left. */
import { done, refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import type { ClaimRecord } from '../core/schedule/claim.ts';
import { needsRenewal, renewed } from '../core/schedule/claim-state.ts';
import type { Held } from './held-task.ts';
import type { Ports } from './ports.ts';

type Needed = Pick<Ports, 'claims' | 'clock'>;

export async function renewIfShort(ports: Needed, held: Held): Promise<Result<Held>> {
  const now = ports.clock.now();
  return needsRenewal(held.claim, now) ? changeClaim(ports, held, renewed(held.claim, now)) : done(held);
}

/** Puts the next value in place of the one held; refused where another has changed it meanwhile. */
export async function changeClaim(ports: Pick<Ports, 'claims'>, held: Held, next: ClaimRecord): Promise<Result<Held>> {
  const { id } = held.holding;
  const swapped = await ports.claims.swap(id, held.oid, next);
  if (!swapped.ok) return swapped;
  const ref = await ports.claims.read(id);
  const isOurs = swapped.value && ref !== null && ref.claim?.nonce === next.nonce;
  return isOurs ? done({ ...held, oid: ref.oid, claim: next }) : refused('not-the-holder', { id, holder: ref?.claim?.agent ?? null, lost: true });
}
