/**
 * Which of two values of one claim stands: what this clone wrote last, or what the remote was last seen to hold.
 * The remote is asked first and our own ref follows, so they differ where coord was stopped in between, where others
 * went on, where a claim is known to this machine alone, or where somebody set the remote's refs back.
 */
import type { ClaimRecord } from './claim.ts';

interface Valued {
  /** null where it cannot be understood. */
  readonly claim: ClaimRecord | null;
}

export function standingClaim<R extends Valued>(local: R | null, seen: R | null): R | null {
  if (local === null || seen === null) return local ?? seen;
  if (seen.claim === null || local.claim === null) return seen.claim === null ? seen : local;
  return stands(local.claim, seen.claim) ? local : seen;
}

function stands(local: ClaimRecord, seen: ClaimRecord): boolean {
  if (local.nonce === seen.nonce) return isFurther(local, seen);
  if (local.token <= seen.token) return false;
  // One that was never shared gives way to whoever has, or had done, the task where it counts.
  return local.remote !== null || seen.state === 'released';
}

/** Of one and the same claim: given back or done comes after held, and each renewal ends later. */
function isFurther(one: ClaimRecord, other: ClaimRecord): boolean {
  if (other.state !== 'held') return false;
  return one.state !== 'held' || Date.parse(one.until) > Date.parse(other.until);
}
