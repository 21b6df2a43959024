/** Checks what merging two sides would make: the merge itself, not what is wrong on either side alone. Writes nothing. */
import { causedByMerging, checkMerge } from '../core/merge/check-merge.ts';
import type { MergeTree } from '../core/merge/merge-trees.ts';
import { done } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import type { MergeSides, Ports } from './ports.ts';
import { report } from './validation.ts';
import type { MergeNames, Validation } from './validation.ts';
import type { View } from './view.ts';

/** `names`, where the sides are not called by their revisions. */
export interface MergeRequest extends MergeSides {
  readonly names?: MergeNames;
  readonly strict: boolean;
}

/** HEAD is called by its branch. */
export async function mergeWith({ git }: Pick<Ports, 'git'>, theirs: string, strict: boolean): Promise<MergeRequest> {
  const { branch, commit } = await git.head();
  return { ours: 'HEAD', theirs, names: { ours: branch ?? commit?.slice(0, 7) ?? 'HEAD', theirs }, strict };
}

export async function validateMerge({ store, claims }: Pick<Ports, 'store' | 'claims'>, { ours, theirs, names = { ours, theirs }, strict }: MergeRequest): Promise<Result<Validation>> {
  const [opened, refs] = await Promise.all([store.openMerge({ ours, theirs }), claims.list()]);
  if (!opened.ok) return opened;
  const { merged, conflicts, ...views } = opened.value;
  const sides = { ours: treeOf(views.ours), theirs: treeOf(views.theirs) };
  const beyond = checkMerge({ ...sides, bases: views.bases.map(treeOf), merged: treeOf(merged), conflicts, names, claims: refs });
  const { own, others } = causedByMerging(merged.problems, { ...sides, conflicts });
  return done(await report(merged, { problems: own, beyond, others: others.length, of: names }, strict));
}

function treeOf(view: View): MergeTree {
  return { workspace: view.workspace(), problems: view.problems, files: view.files() };
}
