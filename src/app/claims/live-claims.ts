/** All claims as they stand now: one git call, and a second one only where a lease has run out. */
import type { ClaimRecord } from '../../core/schedule/claim.ts';
import { claimState, isPastUntil, leaseEnd } from '../../core/schedule/claim-state.ts';
import type { ClaimState } from '../../core/schedule/claim-state.ts';
import type { ClaimRef, Claims, Ports } from '../ports.ts';
import type { SharedClaims } from './shared-claims.ts';

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

/** Shared or not. */
type Claimed = Pick<Ports, 'git' | 'clock'> & { readonly claims: Pick<Claims, 'list' | 'find' | 'read'> & Partial<SharedClaims> };

/** `listed`: our own refs, where they were listed before. */
export async function liveClaims(ports: Claimed, listed?: readonly ClaimRef[]): Promise<LiveClaims> {
  return standing(ports, listed === undefined ? await ports.claims.list() : await (ports.claims.join?.(listed) ?? listed));
}

/** The claims of some tasks, by one listing; those that were never claimed are left out. */
export async function liveClaimsOf(ports: Claimed, ids: readonly string[]): Promise<LiveClaims> {
  return standing(ports, ids.length === 0 ? [] : await ports.claims.find(ids));
}

/** One claim; null where the task was never claimed. */
export async function liveClaimOf(ports: Claimed, id: string): Promise<LiveClaim | null> {
  return (await liveClaimsOf(ports, [id])).get(id.toLowerCase()) ?? null;
}

async function standing(ports: Claimed, refs: readonly ClaimRef[]): Promise<LiveClaims> {
  const now = ports.clock.now();
  const tips = await tipsOf(ports, refs, now);
  return new Map(refs.map((ref) => [ref.id.toLowerCase(), liveClaim(ref, tips, now)]));
}

/** When the branch that a claim works on was last committed to, where that matters. */
export async function tipOf(ports: Claimed, ref: ClaimRef, now: Date): Promise<Date | null> {
  return (await tipsOf(ports, [ref], now)).get(ref.claim?.branch ?? '') ?? null;
}

/** Being worked on by somebody, as far as anyone can tell. */
export function isTaken(claim: LiveClaim | undefined): boolean {
  return claim?.state === 'held' || claim?.state === 'unreadable';
}

/** By branch: the time of its last commit, here or as it was fetched last from the remote that shares claims. */
async function tipsOf({ git, claims }: Claimed, refs: readonly ClaimRef[], now: Date): Promise<ReadonlyMap<string, Date>> {
  const branches = refs.flatMap(({ claim }) => (claim !== null && claim.branch !== null && isPastUntil(claim, now) ? [claim.branch] : []));
  if (branches.length === 0) return new Map();
  const folders = ['refs/heads/', ...(claims.remote ? [`refs/remotes/${claims.remote}/`] : [])];
  const tips = await git.tipTimes(folders.flatMap((folder) => branches.map((branch) => folder + branch)));
  return new Map(branches.flatMap((branch) => {
    const times = folders.flatMap((folder) => tips.get(folder + branch)?.getTime() ?? []);
    return times.length === 0 ? [] : [[branch, new Date(Math.max(...times))] as const];
  }));
}

function liveClaim({ id, oid, claim }: ClaimRef, tips: ReadonlyMap<string, Date>, now: Date): LiveClaim {
  if (claim === null) return { id, oid, claim, state: 'unreadable', end: null };
  const tip = tips.get(claim.branch ?? '') ?? null;
  const state = claimState(claim, tip, now);
  return { id, oid, claim, state, end: claim.state === 'held' ? leaseEnd(claim, tip, now) : null };
}
