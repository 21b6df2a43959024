/** What others did with claims between two looks at a remote. */
import type { ClaimRef } from './claim.ts';

export interface ClaimNews {
  readonly id: string;
  readonly agent: string;
  /** `taken-over`: from `from`, whose time had run out. */
  readonly what: 'claimed' | 'taken-over' | 'released' | 'done' | 'dropped';
  readonly from: string | null;
  readonly branch: string | null;
}

/** `own`: nonces of claims made in this clone. Renewals are no news. */
export function claimNews(before: readonly ClaimRef[], seen: readonly ClaimRef[], own: ReadonlySet<string>): ClaimNews[] {
  const earlier = new Map(before.map((ref) => [ref.id, ref.claim]));
  const left = new Set(seen.map(({ id }) => id));
  const changed = seen.flatMap(({ id, claim }): ClaimNews[] => {
    const was = earlier.get(id) ?? null;
    if (claim === null || own.has(claim.nonce) || (was?.nonce === claim.nonce && was.state === claim.state)) return [];
    const isTakenOver = claim.state === 'held' && was?.state === 'held';
    const what = claim.state === 'held' ? (isTakenOver ? 'taken-over' : 'claimed') : claim.state;
    return [{ id, agent: claim.agent, what, from: isTakenOver ? was.agent : null, branch: claim.branch }];
  });
  const dropped = before.flatMap(({ id, claim }): ClaimNews[] => (claim?.state === 'done' && !left.has(id) ? [{ id, agent: claim.agent, what: 'dropped', from: null, branch: claim.branch }] : []));
  return [...changed, ...dropped].sort((one, other) => (one.id < other.id ? -1 : 1));
}
