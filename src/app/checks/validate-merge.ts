/** Checks what merging two sides would make: the merge itself, not what is wrong on either side alone. Writes nothing. */
import { causedByMerging, checkMerge } from '../../core/merge/check-merge.ts';
import { causedBy } from '../../core/policy/caused-by.ts';
import type { MergeTree } from '../../core/merge/merge-trees.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { Ports } from '../ports.ts';
import type { MergeSides, View } from '../view.ts';
import { shareClaims } from '../claims/share-claims.ts';
import { report } from './validation.ts';
import type { Validation } from './validation.ts';

/** HEAD, called by its branch, with a branch that may be known from a remote only. */
export async function mergeWith({ git }: Pick<Ports, 'git'>, theirs: string): Promise<MergeSides> {
  const { branch, commit } = await git.head();
  return { ours: 'HEAD', theirs: [theirs, `origin/${theirs}`], names: { ours: branch ?? commit?.slice(0, 7) ?? 'HEAD', theirs } };
}

/** The same with a branch that somebody typed. */
export async function mergeWithNamed(ports: Pick<Ports, 'git'>, theirs: string): Promise<Result<MergeSides>> {
  const sides = await mergeWith(ports, theirs);
  const found = await Promise.all(sides.theirs.map((revision) => ports.git.commitAt(revision)));
  return found.some((commit) => commit !== null) ? done(sides) : refused('unknown-revision', { option: '--merge', revision: theirs });
}

export async function validateMerge(ports: Ports, sides: MergeSides, strict: boolean): Promise<Result<Validation>> {
  const opened = await ports.store.openMerge(sides);
  if (!opened.ok) return opened;
  const { names } = sides;
  const { merged, conflicts, ...views } = opened.value;
  const both = { ours: treeOf(views.ours), theirs: treeOf(views.theirs) };
  const claims = await shareClaims(ports, merged).claims.list();
  const beyond = checkMerge({ ...both, bases: views.bases.map(treeOf), merged: treeOf(merged), conflicts, names, claims });
  const { own, others } = causedByMerging(merged.problems, { ...both, conflicts }, beyond);
  return done(await report(merged, { problems: own, beyond, others: others.length, elsewhere: causedBy(new Set(), others, views.ours.problems).own.length, of: names }, strict));
}

function treeOf(view: View): MergeTree {
  return { workspace: view.workspace(), problems: view.problems, files: view.files() };
}
