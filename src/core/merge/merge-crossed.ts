/**
 * Records that the merged tree tells otherwise than the sides do: git merges lines and pairs up files that look alike,
 * so an edit of one record may land in another, or be dropped, without any conflict.
 */
import { sameValue } from '../documents/same-value.ts';
import type { Place } from '../model.ts';
import { fieldOf } from '../policy/field-of.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import type { MergeRecord } from './merge-record.ts';
import type { MergeSubject, SideName } from './merge-trees.ts';
import { isKept } from './three-way.ts';

/** Lines of these merge like lines of any text. */
const FREE_TEXT: ReadonlySet<string> = new Set(['notes', 'needed', 'brief', 'text']);

export function findCrossedRecords(subject: MergeSubject): Problem[] {
  const { records } = subject;
  const whole = (record: MergeRecord, how: 'missing' | 'appeared', place: Place): Problem => problem('merge-crossed', place, { record: record.name, fields: [], meant: null, how, theirs: subject.names.theirs });
  return subject.keys.flatMap((key): Problem[] => {
    const [ours, theirs, merged] = [records.ours.get(key), records.theirs.get(key), records.merged.get(key)];
    const isOld = records.bases.some((base) => base.has(key));
    const side = ours ?? theirs;
    if (merged && side === undefined) return [whole(merged, 'appeared', merged.place)];
    if (merged) return changedRecord(subject, key, merged);
    // One side removed it: that is told by `edit-lost` and `id-removed`.
    const wasRemoved = isOld && !(ours && theirs);
    return side === undefined || wasRemoved ? [] : [whole(side, 'missing', { file: side.place.file })];
  });
}

function changedRecord(subject: MergeSubject, key: string, merged: MergeRecord): Problem[] {
  const { bases, ours, theirs } = subject.records;
  const states = bases.length === 0 ? [undefined] : bases.map((base) => base.get(key));
  const fieldNames = new Set([merged, ours.get(key), theirs.get(key)].flatMap((record) => Object.keys(record?.fields ?? {})));
  const wrong = [...fieldNames].filter((field) => {
    const of = (record: MergeRecord | undefined): unknown => record?.fields[field];
    return !states.some((base) => isKept(of(merged), { base: of(base), ...sidesOf(base, ours.get(key), theirs.get(key), of) }, FREE_TEXT.has(field)));
  });
  const [first] = wrong;
  if (first === undefined) return [];
  return [problem('merge-crossed', fieldOf(merged.place, first), { record: merged.name, fields: wrong, meant: meantRecord(subject, merged, first), how: 'changed', theirs: subject.names.theirs })];
}

/** A side that does not have the record says nothing about it. */
function sidesOf(base: MergeRecord | undefined, ours: MergeRecord | undefined, theirs: MergeRecord | undefined, of: (record: MergeRecord | undefined) => unknown): { ours: unknown; theirs: unknown } {
  return { ours: of(ours ?? base ?? theirs), theirs: of(theirs ?? base ?? ours) };
}

/** Which record a side edited so: the edit that landed in the wrong one. */
function meantRecord({ records }: MergeSubject, merged: MergeRecord, field: string): string | null {
  const value = merged.fields[field];
  const edits = (['ours', 'theirs'] as const).flatMap((side: SideName) =>
    [...records[side].values()].filter((record) => record.key !== merged.key && sameValue(record.fields[field], value) && records.bases.every((base) => isEdited(base.get(record.key), field, value))),
  );
  return edits[0]?.name ?? null;
}

function isEdited(base: MergeRecord | undefined, field: string, value: unknown): boolean {
  return base !== undefined && !sameValue(base.fields[field], value);
}
