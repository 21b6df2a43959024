/** All claims as they stand now: one git call, and a second one only where a lease has run out. */
import type { ClaimRecord } from '../core/schedule/claim.ts';
import { claimState, isPastUntil, leaseEnd } from '../core/schedule/claim-state.ts';
import type { ClaimState } from '../core/schedule/claim-state.ts';
import type { ClaimRef, Ports } from './ports.ts';

export interface LiveClaim {
  /** The task's id, as the ref spells it. */
  readonly id: string;
  readonly oid: string;
  /** null where the ref's value cannot be understood: then nobody may take the task. */
  readonly claim: ClaimRecord | null;
  readonly state: ClaimState | 'unreadable';
  /** End of the lease, for held and expired ones. */
  readonly end: Date | null;
}

/** By lower-case id. */
export type LiveClaims = ReadonlyMap<string, LiveClaim>;

export async function liveClaims(ports: Pick<Ports, 'claims' | 'git' | 'clock'>): Promise<LiveClaims> {
  const refs = await ports.claims.list();
  const now = ports.clock.now();
  const tips = await tipsOf(ports, refs, now);
  return new Map(refs.map((ref) => [ref.id.toLowerCase(), liveClaim(ref, tips, now)]));
}

/** One claim; null where the task was never claimed. */
export async function liveClaimOf(ports: Pick<Ports, 'claims' | 'git' | 'clock'>, id: string): Promise<LiveClaim | null> {
  const ref = (await ports.claims.list()).find((one) => one.id === id);
  if (ref === undefined) return null;
  const now = ports.clock.now();
  return liveClaim(ref, await tipsOf(ports, [ref], now), now);
}

/** Being worked on by somebody, as far as anyone can tell. */
export function isTaken(claim: LiveClaim | undefined): boolean {
  return claim?.state === 'held' || claim?.state === 'unreadable';
}

export function branchRef(branch: string): string {
  return `refs/heads/${branch}`;
}

async function tipsOf(ports: Pick<Ports, 'git'>, refs: readonly ClaimRef[], now: Date): Promise<ReadonlyMap<string, Date>> {
  const branches = refs.flatMap(({ claim }) => (claim !== null && claim.branch !== null && isPastUntil(claim, now) ? [branchRef(claim.branch)] : []));
  return branches.length === 0 ? new Map() : ports.git.tipTimes(branches);
}

function liveClaim({ id, oid, claim }: ClaimRef, tips: ReadonlyMap<string, Date>, now: Date): LiveClaim {
  if (claim === null) return { id, oid, claim, state: 'unreadable', end: null };
  const tip = claim.branch === null ? null : (tips.get(branchRef(claim.branch)) ?? null);
  const state = claimState(claim, tip, now);
  return { id, oid, claim, state, end: claim.state === 'held' ? leaseEnd(claim, tip, now) : null };
}
