/** One branch merged into the one checked out: by git where it can, field by field where only records are in conflict. */
import { ownedGlobs, ownersOf } from '../../core/policy/owners.ts';
import type { JobUnmerged } from '../../core/schemas/types.ts';
import type { MergeOutcome, Ports } from '../ports.ts';
import type { View } from '../view.ts';
import { settleRecords } from './settle-records.ts';

export interface BranchToMerge {
  /** As git reads it: a ref or a commit. */
  readonly revision: string;
  /** As people call it. */
  readonly name: string;
  readonly message: string;
}

export type Unmerged = Pick<JobUnmerged, 'why' | 'detail' | 'files'>;

export type BranchMerge = Extract<MergeOutcome, { merged: true }> | Unmerged;

/** `ours`: what is checked out where `ports` are; `view`: who owns what. Where it cannot be merged, nothing is changed. */
export async function mergeBranch(ports: Ports, ours: { readonly commit: string; readonly name: string }, theirs: BranchToMerge, view: View | null): Promise<BranchMerge> {
  const { git } = ports;
  const conflicts = await conflictsWith(git, ours, theirs);
  const settled = conflicts.length === 0 ? null : await settleRecords(ports, ours.commit, theirs.revision, conflicts);
  if (settled === null && conflicts.length > 0) return unmerged('conflict', view === null ? '' : withOwners(view, conflicts), conflicts);
  const merged = await git.merge(theirs.revision, theirs.message, settled);
  if (merged.merged) return merged;
  const uncommitted = await git.uncommitted(null);
  return uncommitted.length > 0 ? unmerged('uncommitted', merged.detail, uncommitted) : unmerged('failed', merged.detail);
}

/** Where nothing was merged since the branch began there are none. */
async function conflictsWith(git: Ports['git'], ours: { readonly commit: string; readonly name: string }, { revision, name }: BranchToMerge): Promise<readonly string[]> {
  const tip = await git.commitAt(revision);
  if (tip !== null && (await git.mergeBase(ours.commit, tip)) === ours.commit) return [];
  const found = await git.conflictsBetween({ ours: ours.commit, theirs: [revision], names: { ours: ours.name, theirs: name } });
  return found.ok ? found.value : [];
}

export function unmerged(why: Unmerged['why'], detail = '', files: readonly string[] = []): Unmerged {
  return { why, detail, files: [...files] };
}

/** Conflicts go to whoever owns the files. */
function withOwners({ survey }: View, files: readonly string[]): string {
  const owned = ownedGlobs(survey.config, survey.agents);
  return files.map((file) => [file, ownersOf(owned, file)] as const).map(([file, owners]) => (owners.length === 0 ? file : `${file} (owned by ${owners.join(', ')})`)).join(', ');
}
