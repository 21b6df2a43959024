/** What there is to do about claims after a fetch: values in, values out. `coord sync` does it. */
import type { ClaimRecord, ClaimRef } from './claim.ts';
import { renewed } from './claim-state.ts';
import { standingClaim } from './standing-claim.ts';

/** So long a claim that is done is kept after the default branch has shown its task as done. */
const KEPT_DAYS = 30;
const DAY = 86_400_000;

export interface SyncState {
  readonly remote: string;
  readonly now: Date;
  /** Our own refs; the remote's as they were seen before the fetch, and as they are now. */
  readonly local: readonly ClaimRef[];
  readonly before: readonly ClaimRef[];
  readonly seen: readonly ClaimRef[];
  /** Ids of tasks that are done on the fetched default branch. */
  readonly doneThere: ReadonlySet<string>;
  /** When that was first seen, by id. */
  readonly shown: Readonly<Record<string, string>>;
}

export interface SyncStep {
  readonly id: string;
  /** `publish`: known here alone. `restore`: the remote has lost it, or an older one. `drop`: long done. `adopt`: our own ref is behind. */
  readonly kind: 'publish' | 'restore' | 'drop' | 'adopt';
  readonly seen: string | null;
  readonly local: string | null;
  /** null: no ref is to be left. */
  readonly next: ClaimRecord | null;
}

export interface SyncPlan {
  readonly steps: readonly SyncStep[];
  /** Held on this machine alone, and by another where it counts. */
  readonly lost: readonly { readonly id: string; readonly agent: string; readonly by: string }[];
  readonly shown: Readonly<Record<string, string>>;
}

export function planSync(state: SyncState): SyncPlan {
  const shown = Object.fromEntries([...state.doneThere].map((id) => [id, state.shown[id] ?? state.now.toISOString()]));
  const [local, before, seen] = [byId(state.local), byId(state.before), byId(state.seen)];
  const ids = [...new Set([...local.keys(), ...before.keys(), ...seen.keys()])].sort();
  const steps = ids.flatMap((id) => stepFor(state, shown, { id, local: local.get(id) ?? null, before: before.get(id) ?? null, seen: seen.get(id) ?? null }) ?? []);
  return { steps, lost: ids.flatMap((id) => lossOf(local.get(id), seen.get(id)) ?? []), shown };
}

/** What the remote had and has lost, or set back; where our own ref goes further, that one is for a sync to publish. */
export function stepsBack({ remote, local, before, seen }: Pick<SyncState, 'remote' | 'local' | 'before' | 'seen'>): readonly SyncStep[] {
  const [own, now] = [byId(local), byId(seen)];
  return before.flatMap((ref): SyncStep[] => {
    const [left, ours] = [now.get(ref.id) ?? null, own.get(ref.id) ?? null];
    const isBack = ref.oid !== left?.oid && left?.claim !== null && standingClaim(ref, left) === ref;
    if (!isBack || ref.claim === null || (ours !== null && ours.oid !== ref.oid && standingClaim(ours, ref) === ours)) return [];
    return [{ id: ref.id, kind: 'restore', seen: left?.oid ?? null, local: ours?.oid ?? null, next: { ...ref.claim, remote } }];
  });
}

interface Known {
  readonly id: string;
  readonly local: ClaimRef | null;
  readonly before: ClaimRef | null;
  readonly seen: ClaimRef | null;
}

function stepFor({ remote, now, doneThere }: SyncState, shown: SyncPlan['shown'], { id, local, before, seen }: Known): SyncStep | null {
  const at = { id, seen: seen?.oid ?? null, local: local?.oid ?? null };
  const known = standingClaim(local, standingClaim(before, seen));
  if (known === null || known.claim === null || seen?.claim === null) return null;
  const isOver = known.claim.state === 'done' && doneThere.has(id);
  if (isOver && seen === null) return local === null ? null : { ...at, kind: 'drop', next: null };
  if (isOver && isOlder(shown[id], now)) return { ...at, kind: 'drop', next: null };
  if (known !== seen && known.oid !== seen?.oid) {
    const isOurs = known.claim.remote === null;
    const next = { ...known.claim, remote };
    return { ...at, kind: isOurs ? 'publish' : 'restore', next: isOurs && next.state === 'held' ? renewed(next, now) : next };
  }
  return local !== null && local.oid !== known.oid ? { ...at, kind: 'adopt', next: known.claim } : null;
}

function isOlder(since: string | undefined, now: Date): boolean {
  return since !== undefined && now.getTime() - Date.parse(since) >= KEPT_DAYS * DAY;
}

function lossOf(local: ClaimRef | undefined, seen: ClaimRef | undefined): SyncPlan['lost'][number] | null {
  if (local?.claim?.state !== 'held' || local.claim.remote !== null || !seen?.claim || seen.claim.nonce === local.claim.nonce) return null;
  return standingClaim(local, seen) === seen ? { id: local.id, agent: local.claim.agent, by: seen.claim.agent } : null;
}

const byId = (refs: readonly ClaimRef[]): ReadonlyMap<string, ClaimRef> => new Map(refs.map((ref) => [ref.id, ref]));
