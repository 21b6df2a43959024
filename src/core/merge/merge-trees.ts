/** What a merge is judged by: the records of both sides, of what they come from, and of what git would make of them. */
import type { Workspace } from '../documents/workspace.ts';
import { unreadFiles } from '../policy/unread-files.ts';
import type { Problem } from '../problem/problem.ts';
import type { ClaimRecord } from '../schedule/claim.ts';
import { mergeRecords } from './merge-record.ts';
import type { MergeRecord } from './merge-record.ts';

/** One of the trees. */
export interface MergeTree {
  readonly workspace: Workspace;
  readonly problems: readonly Problem[];
  /** Every file of records. */
  readonly files: readonly string[];
}

/** What git could not merge by itself; `kind` in git's own word, such as `contents` or `modify/delete`. */
export interface MergeConflict {
  readonly kind: string;
  readonly paths: readonly string[];
}

export interface MergeTrees {
  /** Where the sides parted; several where their histories cross. */
  readonly bases: readonly MergeTree[];
  readonly ours: MergeTree;
  readonly theirs: MergeTree;
  /** Of a file in conflict the merged tree holds our state, else theirs. */
  readonly merged: MergeTree;
  readonly conflicts: readonly MergeConflict[];
  /** As people call the sides. */
  readonly names: { readonly ours: string; readonly theirs: string };
  readonly claims: readonly { readonly id: string; readonly claim: ClaimRecord | null }[];
}

export type SideName = 'ours' | 'theirs';
type Records = ReadonlyMap<string, MergeRecord>;

/** The same, with the records of each tree under their keys. */
export interface MergeSubject extends MergeTrees {
  readonly records: { readonly bases: readonly Records[]; readonly ours: Records; readonly theirs: Records; readonly merged: Records };
  /** Keys of all records of which each tree can tell what it says. */
  readonly keys: readonly string[];
  /** Files in conflict. */
  readonly contested: ReadonlySet<string>;
}

export function mergeSubject(trees: MergeTrees): MergeSubject {
  const { bases, ours, theirs, merged, conflicts } = trees;
  const recordsOf = ({ workspace }: MergeTree): Records => mergeRecords(workspace, merged.workspace);
  const records = { bases: bases.map(recordsOf), ours: recordsOf(ours), theirs: recordsOf(theirs), merged: recordsOf(merged) };
  const all = [...records.bases, records.ours, records.theirs, records.merged];
  const contested = new Set(conflicts.flatMap(({ paths }) => paths));
  // What one side calls by another name is in the conflict, but not in that side's file of the name.
  const hidesRecords = [...contested].some((path) => merged.files.includes(path) && !(ours.files.includes(path) && theirs.files.includes(path)));
  const untold = new Set([...contested, ...[...bases, ours, theirs, merged].flatMap(({ problems }) => unreadFiles(problems))]);
  const twice = new Set([...bases, ours, theirs, merged].flatMap(({ problems }) => problems.flatMap((found) => (found.code === 'duplicate-id' ? [found.facts.id.toLowerCase()] : []))));
  const isTold = (key: string): boolean => !twice.has(key) && (records.merged.has(key) || !hidesRecords) && all.every((one) => !untold.has(one.get(key)?.place.file ?? ''));
  return { ...trees, records, contested, keys: [...new Set(all.flatMap((one) => [...one.keys()]))].filter(isTold) };
}
