/** What others did with claims between two looks at a remote. */
import type { ClaimRecord, ClaimRef } from './claim.ts';

/** A claim as it was at the last sync, as far as it tells what is new since. */
export interface ToldClaim extends Pick<ClaimRecord, 'nonce' | 'state' | 'agent' | 'branch'> {
  readonly id: string;
  readonly oid: string;
}

export function toldClaims(seen: readonly ClaimRef[]): readonly ToldClaim[] {
  return seen.flatMap(({ id, oid, claim }) => (claim === null ? [] : [{ id, oid, nonce: claim.nonce, state: claim.state, agent: claim.agent, branch: claim.branch }]));
}

export interface ClaimNews {
  readonly id: string;
  readonly agent: string;
  /** `taken-over`: from `from`, whose time had run out. */
  readonly what: 'claimed' | 'taken-over' | 'released' | 'done' | 'dropped';
  readonly from: string | null;
  readonly branch: string | null;
}

/** `own`: nonces of claims made in this clone. Renewals are no news. */
export function claimNews(before: readonly ToldClaim[], seen: readonly ClaimRef[], own: ReadonlySet<string>): ClaimNews[] {
  const earlier = new Map(before.map((told) => [told.id, told]));
  const left = new Set(seen.map(({ id }) => id));
  const changed = seen.flatMap(({ id, claim }): ClaimNews[] => {
    const was = earlier.get(id) ?? null;
    if (claim === null || own.has(claim.nonce) || (was?.nonce === claim.nonce && was.state === claim.state)) return [];
    const isTakenOver = claim.state === 'held' && was?.state === 'held';
    const what = claim.state === 'held' ? (isTakenOver ? 'taken-over' : 'claimed') : claim.state;
    return [{ id, agent: claim.agent, what, from: isTakenOver ? was.agent : null, branch: claim.branch }];
  });
  const dropped = before.flatMap(({ id, state, agent, branch }): ClaimNews[] => (state === 'done' && !left.has(id) ? [{ id, agent, what: 'dropped', from: null, branch }] : []));
  return [...changed, ...dropped].sort((one, other) => (one.id < other.id ? -1 : 1));
}
