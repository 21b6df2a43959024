/** How this repository and what coord keeps in it are doing. */
import { hasHookBlock } from '../core/adoption/hook-block.ts';
import { LEFTHOOK_FILES } from '../core/adoption/lefthook-command.ts';
import { isOpen } from '../core/model.ts';
import type { PlacedProblem } from '../core/problem/problem.ts';
import { hookRuns } from './hook-runs.ts';
import type { HookKeeper } from './hook-runs.ts';
import { liveClaims } from './live-claims.ts';
import type { LiveClaim } from './live-claims.ts';
import { lostHere } from './lost-here.ts';
import type { LostWork } from './lost-here.ts';
import type { Ports } from './ports.ts';
import { shareClaims } from './share-claims.ts';
import type { View } from './view.ts';

export interface Diagnosis {
  /** null where git does not run: then nothing that needs it was looked at. */
  readonly gitVersion: string | null;
  readonly root: string;
  readonly isLinkedWorktree: boolean;
  readonly head: { readonly commit: string | null; readonly branch: string | null };
  readonly isShallow: boolean;
  /** null where the workspace's folder is missing. */
  readonly files: { readonly folder: string; readonly count: number; readonly problems: readonly PlacedProblem[] } | null;
  readonly folder: string;
  readonly hook: { readonly by: HookKeeper; readonly runs: boolean } | null;
  readonly locks: readonly { readonly path: string; readonly ageSeconds: number }[];
  /** Remotes whose settings fetch over the refs of claims. */
  readonly mirrors: readonly { readonly remote: string; readonly refspec: string }[];
  readonly cache: number | null;
  readonly claims: ClaimsDiagnosis;
}

export interface ClaimsDiagnosis {
  readonly held: number;
  readonly unreadable: readonly string[];
  readonly expired: readonly string[];
  /** Held for tasks that no file defines. */
  readonly unknown: readonly string[];
  /** Done, though the work is on no branch any more. */
  readonly lost: readonly LostWork[];
  /** Held from worktrees that are gone. */
  readonly homeless: readonly { readonly id: string; readonly worktree: string }[];
}

const NO_CLAIMS: ClaimsDiagnosis = { held: 0, unreadable: [], expired: [], unknown: [], lost: [], homeless: [] };

export async function doctor(ports: Ports): Promise<Diagnosis> {
  const { location, condition, git, store } = ports;
  const [gitVersion, locks, cache, opened, hook] = await Promise.all([condition.gitVersion(), condition.locks(), condition.cache(), store.open(), hookOf(ports)]);
  const view = opened.ok ? opened.value : null;
  const runs = gitVersion !== null;
  return {
    gitVersion,
    root: location.root,
    isLinkedWorktree: location.gitDir !== location.commonDir,
    head: runs ? await git.head() : { commit: null, branch: null },
    isShallow: await git.isShallow(),
    files: view && { folder: location.folder, count: view.files().length, problems: view.problems },
    folder: location.folder,
    hook,
    locks,
    mirrors: runs ? (await condition.fetches()).filter(({ refspec }) => fetchesClaims(refspec)) : [],
    cache,
    claims: runs ? await claimsDiagnosis(ports, view) : NO_CLAIMS,
  };
}

/** `+refs/*:refs/*` and the like: a fetch would write over claims made here. */
function fetchesClaims(refspec: string): boolean {
  const into = refspec.split(':')[1] ?? '';
  return into === 'refs/*' || into.startsWith('refs/coord/');
}

async function hookOf(ports: Ports): Promise<Diagnosis['hook']> {
  const by = await hookKeeper(ports);
  return by === null ? null : { by, runs: await hookRuns(ports, by) };
}

async function hookKeeper({ files, adoption }: Ports): Promise<HookKeeper | null> {
  const has = async (path: string): Promise<boolean> => hasHookBlock((await files.read(path)) ?? '');
  if (await has('.husky/pre-commit')) return 'husky';
  for (const file of LEFTHOOK_FILES) if (await has(file)) return 'lefthook';
  return hasHookBlock((await adoption.readHook(`${await adoption.hooksFolder()}/pre-commit`)) ?? '') ? 'git' : null;
}

async function claimsDiagnosis(ports: Ports, view: View | null): Promise<ClaimsDiagnosis> {
  const claims = [...(await liveClaims(view === null ? ports : shareClaims(ports, view))).values()];
  const isIn = (state: LiveClaim['state']): LiveClaim[] => claims.filter((live) => live.state === state);
  const held = isIn('held');
  // Where the worktrees of other clones stand cannot be told from here.
  const own = new Set((await ports.claims.list()).map(({ oid }) => oid));
  const homes = await Promise.all(held.filter(({ oid }) => own.has(oid)).map(async (live) => ({ id: live.id, worktree: live.claim?.worktree ?? null, stands: await stands(ports, live) })));
  return {
    held: held.length,
    unreadable: isIn('unreadable').map(({ id }) => id),
    expired: isIn('expired').map(({ id }) => id),
    unknown: view === null ? [] : held.filter(({ id }) => view.task(id) === null).map(({ id }) => id),
    lost: view === null ? [] : await lostHere(ports, isIn('done').filter(({ id }) => isUndone(view, id))),
    homeless: homes.flatMap(({ id, worktree, stands: there }) => (worktree !== null && !there ? [{ id, worktree }] : [])),
  };
}

function isUndone(view: View, id: string): boolean {
  const task = view.task(id);
  return task !== null && isOpen(task);
}

function stands({ condition }: Ports, { claim }: LiveClaim): Promise<boolean> {
  return claim?.worktree ? condition.exists(claim.worktree) : Promise.resolve(true);
}
