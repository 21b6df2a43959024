/** Everything that goes wrong by merging two sides that are in order each by itself. */
import { causedBy } from '../policy/caused-by.ts';
import type { Split } from '../policy/caused-by.ts';
import type { Problem } from '../problem/problem.ts';
import { findCaseCollisions } from './case-collision.ts';
import { findDoneByOldCriteria, findDoneWhileBlocked } from './done-elsewhere.ts';
import { findDoubleStarts } from './double-start.ts';
import { findConflicts } from './merge-conflict.ts';
import { findCrossedRecords } from './merge-crossed.ts';
import { mergeSubject } from './merge-trees.ts';
import type { MergeSubject, MergeTrees } from './merge-trees.ts';
import { findLostEdits, findRemovedIds } from './removed-records.ts';
import { findStaleHolders } from './stale-holder.ts';

type Rule = (subject: MergeSubject) => readonly Problem[];

const RULES: readonly Rule[] = [
  findConflicts,
  findCrossedRecords,
  findLostEdits,
  findRemovedIds,
  findDoubleStarts,
  findDoneByOldCriteria,
  findDoneWhileBlocked,
  findCaseCollisions,
  findStaleHolders,
];

/** What only the comparison shows. */
export function checkMerge(trees: MergeTrees): Problem[] {
  const subject = mergeSubject(trees);
  return RULES.flatMap((rule) => rule(subject));
}

/**
 * Of the merged tree's own problems those that neither side has alone. What stands in a conflict is not settled yet, and what
 * `checkMerge` has `told` of, with its sides, is told once.
 */
export function causedByMerging<P extends Problem>(merged: readonly P[], { ours, theirs, conflicts }: Pick<MergeTrees, 'ours' | 'theirs' | 'conflicts'>, told: readonly Problem[]): Split<P> {
  const contested = new Set(conflicts.flatMap(({ paths }) => paths));
  const onlyTheirs = causedBy(NONE, theirs.problems, ours.problems).own;
  const blockers = new Set(told.flatMap(({ code, place }) => (code === 'done-while-blocked' ? [place.file] : [])));
  const untold = merged.filter(({ code, place }) => !contested.has(place.file) && !(code === 'open-blocker-on-done' && blockers.has(place.file)));
  return causedBy(NONE, untold, [...ours.problems, ...onlyTheirs]);
}

const NONE: ReadonlySet<string> = new Set();
