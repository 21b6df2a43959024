/**
 * What a claim means at a moment.
 *
 *   (none) --claim--> held --release--> released --claim (token + 1)--> held
 *                      |  \--done--> done
 *                      \--time--> expired --take over (token + 1)--> held
 */
import { isoSeconds } from '../dates.ts';
import type { ClaimRecord } from './claim.ts';

export type ClaimState = 'held' | 'expired' | 'released' | 'done';

/** Clocks of two machines may differ by so much before one takes what the other thinks it has. */
export const SKEW_MINUTES = 15;

const MINUTE = 60_000;

/** The later of `until` and the last commit of its branch (capped at now) plus the lease: who commits still works. */
export function leaseEnd(claim: ClaimRecord, tip: Date | null, now: Date): Date {
  const until = Date.parse(claim.until);
  const committed = tip === null ? 0 : Math.min(tip.getTime(), now.getTime()) + claim.leaseMinutes * MINUTE;
  return new Date(Math.max(until, committed));
}

export function claimState(claim: ClaimRecord, tip: Date | null, now: Date): ClaimState {
  if (claim.state !== 'held') return claim.state;
  const end = leaseEnd(claim, tip, now).getTime() + SKEW_MINUTES * MINUTE;
  return now.getTime() > end ? 'expired' : 'held';
}

/** Only then does the branch's tip matter, so only then is git asked for it. */
export function isPastUntil(claim: ClaimRecord, now: Date): boolean {
  return claim.state === 'held' && now.getTime() > Date.parse(claim.until);
}

/** Verbs that write renew when under half of the lease is left. */
export function needsRenewal(claim: ClaimRecord, now: Date): boolean {
  return Date.parse(claim.until) - now.getTime() < (claim.leaseMinutes * MINUTE) / 2;
}

export function renewed(claim: ClaimRecord, now: Date): ClaimRecord {
  return { ...claim, until: isoSeconds(new Date(now.getTime() + claim.leaseMinutes * MINUTE)) };
}
