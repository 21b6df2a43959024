/** What may be wrong with claims: for `doctor`. */
import { settingsOf } from '../../core/documents/settings.ts';
import { isOpen } from '../../core/model.ts';
import { liveClaims } from './live-claims.ts';
import type { LiveClaim } from './live-claims.ts';
import { lostHere } from './lost-here.ts';
import type { LostWork } from './lost-here.ts';
import type { ClaimRef, Ports } from '../ports.ts';
import { shareClaims } from './share-claims.ts';
import type { View } from '../view.ts';

export interface ClaimsDiagnosis {
  readonly held: number;
  /** `remote`: whose ref it is that cannot be read; `isHere`: our own cannot. */
  readonly unreadable: readonly { readonly id: string; readonly isHere: boolean; readonly remote: string | null }[];
  readonly expired: readonly string[];
  /** Held for tasks that no file defines. */
  readonly unknown: readonly string[];
  /** Done, though the work is on no branch any more. */
  readonly lost: readonly LostWork[];
  /** Held from worktrees that are gone. */
  readonly homeless: readonly { readonly id: string; readonly agent: string; readonly worktree: string }[];
  /** Where claims were seen, though they hold on this machine alone. */
  readonly unshared: string | null;
}

export const NO_CLAIMS: ClaimsDiagnosis = { held: 0, unreadable: [], expired: [], unknown: [], lost: [], homeless: [], unshared: null };

/** `view` null: there is no workspace. */
export async function diagnoseClaims(ports: Ports, view: View | null): Promise<ClaimsDiagnosis> {
  const remote = view === null ? null : sharingOf(view);
  const claims = [...(await liveClaims(view === null ? ports : shareClaims(ports, view))).values()];
  const isIn = (state: LiveClaim['state']): LiveClaim[] => claims.filter((live) => live.state === state);
  const held = isIn('held');
  const [own, seen] = await Promise.all([ports.claims.list(), remote === null ? [] : ports.remotes.list(remote)]);
  // Where the worktrees of other clones stand cannot be told from here.
  const ours = new Set(own.map(({ oid }) => oid));
  const homes = await Promise.all(held.filter(({ oid }) => ours.has(oid)).map(async (live) => ({ id: live.id, agent: live.claim?.agent ?? '', worktree: live.claim?.worktree ?? null, stands: await stands(ports, live) })));
  return {
    held: held.length,
    unreadable: isIn('unreadable').map(({ id }) => ({ id, isHere: isUnreadable(own, id), remote: isUnreadable(seen, id) ? remote : null })),
    expired: isIn('expired').map(({ id }) => id),
    unknown: view === null ? [] : held.filter(({ id }) => view.task(id) === null).map(({ id }) => id),
    lost: view === null ? [] : await lostHere(ports, isIn('done').filter(({ id }) => isUndone(view, id))),
    homeless: homes.flatMap(({ id, agent, worktree, stands: there }) => (worktree !== null && !there ? [{ id, agent, worktree }] : [])),
    unshared: view === null || remote !== null ? null : ((await ports.remotes.seen())[0] ?? null),
  };
}

function sharingOf({ survey }: View): string | null {
  const { claims } = settingsOf(survey.config);
  return claims === 'local' ? null : claims;
}

function isUnreadable(refs: readonly ClaimRef[], id: string): boolean {
  return refs.some((ref) => ref.id === id && ref.claim === null);
}

function isUndone(view: View, id: string): boolean {
  const task = view.task(id);
  return task !== null && isOpen(task);
}

function stands({ condition }: Ports, { claim }: LiveClaim): Promise<boolean> {
  return claim?.worktree ? condition.exists(claim.worktree) : Promise.resolve(true);
}
