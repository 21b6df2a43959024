/** How this repository and what coord keeps in it are doing. */
import { hasHookBlock } from '../../core/adoption/hook-block.ts';
import { LEFTHOOK_FILES } from '../../core/adoption/lefthook-command.ts';
import { asksForMergeDriver, ATTRIBUTES } from '../../core/adoption/merge-attribute.ts';
import { settingsOf } from '../../core/documents/settings.ts';
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { isCallerKnown } from '../acting-agent.ts';
import { diagnoseClaims, NO_CLAIMS } from '../claims/diagnose-claims.ts';
import type { ClaimsDiagnosis } from '../claims/diagnose-claims.ts';
import { hookRuns } from './hook-runs.ts';
import type { HookKeeper } from './hook-runs.ts';
import { integrationTip } from '../integration.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';

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
  /** Whether git is set up here to merge field by field, as .gitattributes asks; null: it asks for nothing. */
  readonly mergeDriver: boolean | null;
  /** The branch in which work comes together, and whether it is known here; null: coord.yaml names none. */
  readonly integration: { readonly branch: string; readonly remote: string; readonly isThere: boolean } | null;
  readonly locks: readonly { readonly path: string; readonly ageSeconds: number }[];
  /** Remotes whose settings fetch over the refs of claims. */
  readonly mirrors: readonly { readonly remote: string; readonly refspec: string }[];
  readonly cache: number | null;
  readonly claims: ClaimsDiagnosis;
  /** Who asks can be told, so that no command needs to name anybody else. */
  readonly isCallerKnown: boolean;
}

export async function doctor(ports: Ports, as: string | null): Promise<Diagnosis> {
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
    mergeDriver: runs ? await mergeDriverOf(ports) : null,
    integration: runs && view !== null ? await integrationOf(ports, view) : null,
    locks,
    mirrors: runs ? (await condition.fetches()).filter(({ refspec }) => fetchesClaims(refspec)) : [],
    cache,
    claims: runs ? await diagnoseClaims(ports, view) : NO_CLAIMS,
    isCallerKnown: runs && view !== null && (await isCallerKnown(ports, view, as)),
  };
}

/** `+refs/*:refs/*` and the like: a fetch would write over claims made here. */
function fetchesClaims(refspec: string): boolean {
  const into = refspec.split(':')[1] ?? '';
  return into === 'refs/*' || into.startsWith('refs/coord/');
}

async function mergeDriverOf({ files, git }: Ports): Promise<boolean | null> {
  if (!asksForMergeDriver((await files.read(ATTRIBUTES)) ?? '')) return null;
  return (await git.config('merge.coord.driver')) !== null;
}

async function integrationOf(ports: Ports, { survey }: View): Promise<Diagnosis['integration']> {
  const { integration: branch, remote } = settingsOf(survey.config);
  return branch === null ? null : { branch, remote, isThere: (await integrationTip(ports, survey.config)).ok };
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
