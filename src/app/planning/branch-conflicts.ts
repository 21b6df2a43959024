/** Which branches that are not merged would collide with one another. Nothing is checked out; no network. */
import { settingsOf } from '../../core/documents/settings.ts';
import type { Config } from '../../core/model.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { agentOfBranch, taskOfBranch } from '../../core/schedule/branch-pattern.ts';
import { integrationTip } from '../integration.ts';
import type { LiveClaims } from '../claims/live-claims.ts';
import { openBranches } from './open-branches.ts';
import type { BranchTip, Git } from '../ports.ts';
import type { View } from '../view.ts';

/** Every pair of them may cost a merge. */
const MOST_BRANCHES = 20;

export interface BranchSide {
  readonly branch: string;
  /** Whose it is, by the claim that works on it or by its name; null where neither tells. */
  readonly agent: string | null;
  readonly task: string | null;
}

export interface BranchConflict {
  readonly one: BranchSide;
  readonly other: BranchSide;
  /** What git would leave to decide. */
  readonly paths: readonly string[];
}

export interface BranchConflicts {
  readonly conflicts: readonly BranchConflict[];
  readonly compared: number;
  /** Pairs that change the same files, yet merge. */
  readonly clean: number;
  /** Left out, as only so many are compared. */
  readonly older: number;
  /** Left out, as no commit is known in which they and the target parted. */
  readonly unrelated: number;
}

interface Changed {
  readonly tip: BranchTip;
  readonly paths: ReadonlySet<string>;
}

export async function branchConflicts({ git }: { readonly git: Git }, view: View, claims: LiveClaims): Promise<Result<BranchConflicts>> {
  const { config } = view.survey;
  const target = await targetTip(git, config);
  if (!target.ok) return target;
  const branches = await candidates(git, config, target.value);
  const changed = await changesOf(git, target.value, branches.slice(0, MOST_BRANCHES).sort(byName));
  const conflicts: BranchConflict[] = [];
  let clean = 0;
  for (const [one, other] of pairsSharing(changed)) {
    const names = { ours: one.branch, theirs: other.branch };
    const paths = await git.conflictsBetween({ ours: one.commit, theirs: [other.commit], names });
    if (!paths.ok) return paths;
    if (paths.value.length === 0) clean++;
    else conflicts.push({ one: sideOf(one.branch, view, claims), other: sideOf(other.branch, view, claims), paths: paths.value });
  }
  const older = Math.max(0, branches.length - MOST_BRANCHES);
  return done({ conflicts, compared: changed.length, clean, older, unrelated: branches.length - older - changed.length });
}

const byName = (one: BranchTip, other: BranchTip): number => (one.branch < other.branch ? -1 : 1);

/** The commit that all are to be merged into; null where there is none yet. */
async function targetTip(git: Git, config: Config): Promise<Result<string | null>> {
  const integration = await integrationTip({ git }, config);
  if (!integration.ok || integration.value !== null) return integration;
  const main = await git.defaultBranch(config.main ?? null);
  return done((await git.commitAt(`refs/heads/${main}`)) ?? (await git.commitAt(`refs/remotes/${settingsOf(config).remote}/${main}`)));
}

/** But for those that others are merged into. */
async function candidates(git: Git, config: Config, target: string | null): Promise<readonly BranchTip[]> {
  if (target === null) return [];
  const targets = [settingsOf(config).integration, await git.defaultBranch(config.main ?? null)];
  return (await openBranches(git, config, target)).filter(({ branch }) => !targets.includes(branch));
}

async function changesOf(git: Git, target: string | null, tips: readonly BranchTip[]): Promise<readonly Changed[]> {
  const changed: Changed[] = [];
  for (const tip of tips) {
    const base = target === null ? null : await git.mergeBase(target, tip.commit);
    if (base !== null) changed.push({ tip, paths: new Set((await git.changedPaths(base, tip.commit)).map(({ path }) => path)) });
  }
  return changed;
}

/** Two names of one commit have nothing to merge. */
function pairsSharing(changed: readonly Changed[]): [BranchTip, BranchTip][] {
  const meets = (one: Changed, other: Changed): boolean => one.tip.commit !== other.tip.commit && [...one.paths].some((path) => other.paths.has(path));
  return changed.flatMap((one, at) => changed.slice(at + 1).flatMap((other): [BranchTip, BranchTip][] => (meets(one, other) ? [[one.tip, other.tip]] : [])));
}

function sideOf(branch: string, view: View, claims: LiveClaims): BranchSide {
  const working = [...claims.values()].filter(({ claim, state }) => claim?.branch === branch && state !== 'released');
  const live = working.find(({ state }) => state === 'held') ?? working[0];
  if (live?.claim) return { branch, agent: live.claim.agent, task: live.id };
  const { agents } = view.survey;
  const agent = agentOfBranch(branch, agents);
  const named = agent === null ? null : taskOfBranch(branch, agent, agents);
  return { branch, agent, task: named === null ? null : (view.task(named)?.id ?? null) };
}
