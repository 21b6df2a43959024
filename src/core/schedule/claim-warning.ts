/** The closed union of what may be wrong with claims that are shared, though each can be read. Words: present/claims/describe-claim-warning.ts. */
import type { ClaimRecord, ClaimRef } from './claim.ts';
import { SKEW_MINUTES } from './claim-state.ts';

export type ClaimWarning =
  /** `minutes`: by how much the clock where these were claimed is ahead of ours; below 0: behind. */
  | { readonly code: 'clock-skew'; readonly ids: readonly string[]; readonly agent: string; readonly minutes: number }
  /** Done, says the claim, but its work is in no place that can be seen from here. */
  | { readonly code: 'done-but-lost'; readonly ids: readonly string[]; readonly agent: string; readonly branch: string | null; readonly head: string | null }
  /** The remote had lost them, or set them back. */
  | { readonly code: 'claims-set-back'; readonly ids: readonly string[]; readonly remote: string }
  /** Claimed on this machine alone, and by another where it counts. */
  | { readonly code: 'claim-lost'; readonly ids: readonly string[]; readonly agent: string; readonly by: string }
  | { readonly code: 'claims-not-shared'; readonly ids: readonly string[]; readonly remote: string; readonly reason: string };

export const CLAIM_WARNINGS: readonly ClaimWarning['code'][] = ['clock-skew', 'done-but-lost', 'claims-set-back', 'claim-lost', 'claims-not-shared'];

const MINUTE = 60_000;

/** Clocks that differ by more than claims make room for, told by agent. `last`: the sync before this one. */
export function clockSkew(seen: readonly ClaimRef[], before: readonly Pick<ClaimRef, 'id' | 'oid'>[], last: Date | null, now: Date): ClaimWarning[] {
  const earlier = new Map(before.map(({ id, oid }) => [id, oid]));
  const found = new Map<string, { ids: string[]; minutes: number }>();
  for (const { id, oid, claim } of seen) {
    const minutes = claim?.state === 'held' ? skewOf(claim, earlier.get(id) === oid ? null : last, now) : 0;
    if (claim === null || minutes === 0) continue;
    const one = found.get(claim.agent) ?? { ids: [], minutes };
    found.set(claim.agent, { ids: [...one.ids, id], minutes: Math.abs(minutes) > Math.abs(one.minutes) ? minutes : one.minutes });
  }
  return [...found].map(([agent, { ids, minutes }]) => ({ code: 'clock-skew', ids, agent, minutes }));
}

/** A claim from the future tells at once; one that came after a sync and yet was written before it tells too. */
function skewOf({ until, leaseMinutes }: ClaimRecord, since: Date | null, now: Date): number {
  const written = Date.parse(until) - leaseMinutes * MINUTE;
  const ahead = Math.round((written - now.getTime()) / MINUTE);
  if (ahead > SKEW_MINUTES) return ahead;
  const late = since === null ? 0 : Math.round((written - since.getTime()) / MINUTE);
  return late < -SKEW_MINUTES ? late : 0;
}
