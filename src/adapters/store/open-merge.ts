/** Both sides of a merge, what they come from, and what git would make of them, each as a view. */
import type { Location } from '../../app/ports.ts';
import type { Merge, MergeSides } from '../../app/view.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { withMergedTree } from '../git/merge-tree.ts';
import type { MergedTree } from '../git/merge-tree.ts';
import { loadSnapshot } from './cache-files.ts';
import { listTree } from './list-tree.ts';
import { openTrees } from './open-trees.ts';
import type { Tree } from './tree.ts';

export async function openMerge(location: Location, build: string, sides: MergeSides): Promise<Result<Merge>> {
  const opened = await withMergedTree(location, sides, (merged) => openSides(location, build, merged));
  if (!opened.ok) return opened;
  const { ours, theirs } = opened.value;
  const isEmpty = ours.files().length + theirs.files().length === 0;
  return isEmpty ? refused('no-workspace', { folder: location.folder }) : done(opened.value);
}

async function openSides(location: Location, build: string, { bases, ours, theirs, merged, conflicts, env }: MergedTree): Promise<Merge> {
  const list = (tree: string): Promise<Tree> => listTree(location, tree, env);
  const [ourTree, theirTree, mergedTree, ...baseTrees] = await Promise.all([list(ours), list(theirs), list(merged), ...bases.map(list)]);
  const settled = withoutConflicts(mergedTree, ourTree, theirTree, conflicts.flatMap(({ paths }) => paths));
  const snapshot = loadSnapshot(location, build)?.snapshot ?? null;
  const all = [ourTree, theirTree, settled, ...baseTrees];
  const open = await openTrees({ location, snapshot, env, shown: changedBlobs(all) }, all);
  return { bases: await Promise.all(baseTrees.map(open)), ours: await open(ourTree), theirs: await open(theirTree), merged: await open(settled), conflicts };
}

/** Until a conflict is settled the file is read as one side has it, ours first: text with markers in it says nothing. */
function withoutConflicts(merged: Tree, ours: Tree, theirs: Tree, paths: readonly string[]): Tree {
  const settled = new Map(merged);
  for (const path of paths) {
    const entry = ours.get(path) ?? theirs.get(path);
    if (entry) settled.set(path, entry);
    else settled.delete(path);
  }
  return settled;
}

/** Only where trees differ can merging go wrong, so only these texts are shown. */
function changedBlobs(trees: readonly Tree[]): ReadonlySet<string> {
  const oids = new Set<string>();
  for (const file of new Set(trees.flatMap((tree) => [...tree.keys()]))) {
    const found = new Set(trees.map((tree) => tree.get(file)?.oid));
    if (found.size > 1) for (const oid of found) if (oid !== undefined) oids.add(oid);
  }
  return oids;
}
