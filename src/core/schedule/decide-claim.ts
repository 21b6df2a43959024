/** Who gets a task that somebody asks for: the rules of claims, without the world. */
import { isoSeconds } from '../dates.ts';
import type { ClaimRecord } from './claim.ts';
import { claimState, leaseEnd, needsRenewal, renewed } from './claim-state.ts';

export interface ClaimRequest {
  readonly agent: string;
  /** New for this request: the proof of having got it. */
  readonly nonce: string;
  readonly now: Date;
  readonly leaseMinutes: number;
  readonly branch: string | null;
  readonly head: string | null;
  readonly criteria: string;
  readonly session: string | null;
  readonly worktree: string | null;
  /** The nonce this worktree keeps for the task, if any. */
  readonly held: string | null;
  readonly takeOver: boolean;
}

export type ClaimDecision =
  | { readonly kind: 'take'; readonly next: ClaimRecord }
  /** It is ours already; `next` renews it where little time is left. */
  | { readonly kind: 'ours'; readonly claim: ClaimRecord; readonly next: ClaimRecord | null }
  | { readonly kind: 'held-by-another'; readonly claim: ClaimRecord }
  | { readonly kind: 'expired'; readonly claim: ClaimRecord; readonly end: Date }
  | { readonly kind: 'done'; readonly claim: ClaimRecord };

/** `current` is null where the task was never claimed; `tip` is the time of the last commit on its branch. */
export function decideClaim(current: ClaimRecord | null, tip: Date | null, request: ClaimRequest): ClaimDecision {
  if (current === null) return { kind: 'take', next: freshClaim(request, 1) };
  if (current.state === 'held' && current.nonce === request.held) {
    return { kind: 'ours', claim: current, next: needsRenewal(current, request.now) ? renewed(current, request.now) : null };
  }
  const state = claimState(current, tip, request.now);
  if (state === 'done') return { kind: 'done', claim: current };
  if (state === 'held') return { kind: 'held-by-another', claim: current };
  if (state === 'expired' && !request.takeOver) return { kind: 'expired', claim: current, end: leaseEnd(current, tip, request.now) };
  return { kind: 'take', next: { ...freshClaim(request, current.token + 1), ...(current.more ? { more: current.more } : {}) } };
}

function freshClaim(request: ClaimRequest, token: number): ClaimRecord {
  const { agent, nonce, now, leaseMinutes, branch, head, criteria, session, worktree } = request;
  const since = isoSeconds(now);
  const claim = { state: 'held', agent, nonce, token, since, leaseMinutes, until: since, branch, head, criteria, session, worktree, remote: null } as const;
  return renewed(claim, now);
}
