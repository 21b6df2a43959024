/** Keeps a claim alive while its holder works: verbs that write renew it when under half of the lease is left. */
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { ClaimRecord } from '../../core/schedule/claim.ts';
import { isPastUntil, needsRenewal, renewed } from '../../core/schedule/claim-state.ts';
import type { Held } from './held-task.ts';
import { notAhead } from '../not-ahead.ts';
import type { Ports } from '../ports.ts';

const TRIES = 5;

type Needed = Pick<Ports, 'claims' | 'clock'>;

/** Without an answer from the remote, as long as the lease runs nobody may take it, so work goes on. */
export async function renewIfShort(ports: Needed, held: Held): Promise<Result<Held>> {
  const now = notAhead(ports.clock).now();
  if (!needsRenewal(held.claim, now)) return done(held);
  const kept = await changeClaim(ports, held, renewed(held.claim, now));
  const isUnsure = !kept.ok && (kept.refusal.code === 'remote-unclear' || kept.refusal.code === 'remote-unreachable');
  return isUnsure && !isPastUntil(held.claim, now) ? done(held) : kept;
}

/** Puts the next value in place of the one held; refused where another has changed it meanwhile. */
export async function changeClaim(ports: Pick<Ports, 'claims'>, held: Held, next: ClaimRecord, tries = TRIES): Promise<Result<Held>> {
  const { id } = held.holding;
  const swapped = await ports.claims.swap(id, held.oid, next);
  if (!swapped.ok) return swapped;
  const ref = await ports.claims.read(id);
  const isOurs = ref?.claim?.nonce === next.nonce;
  if (swapped.value && isOurs) return done({ ...held, oid: ref.oid, claim: next });
  // The remote held something else than was known here, and yet it is ours.
  if (isOurs && ref.claim.state === 'held' && tries > 0) return changeClaim(ports, { ...held, oid: ref.oid }, next, tries - 1);
  return refused('not-the-holder', { id, holder: ref?.claim?.agent ?? null, lost: true });
}
