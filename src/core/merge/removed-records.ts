/** Records that one side took away: an id is never deleted or renamed, and what the other side wrote in it is lost. */
import { sameValue } from '../documents/same-value.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import type { MergeRecord } from './merge-record.ts';
import type { MergeSubject, SideName } from './merge-trees.ts';

/** Edited on one side, removed on the other, and gone from the result. */
export function findLostEdits(subject: MergeSubject): Problem[] {
  return SIDES.flatMap(([remover, editor]) =>
    removedBy(subject, remover).flatMap(({ key, name, place }) => {
      const edited = subject.records[editor].get(key);
      const fields = edited === undefined ? [] : editedFields(subject, edited);
      if (fields.length === 0) return [];
      return [problem('edit-lost', { file: edited?.place.file ?? place.file }, { record: name, fields, edited: subject.names[editor], removed: subject.names[remover], renamed: newName(subject, remover, key) })];
    }),
  );
}

const SIDES: readonly (readonly [remover: SideName, editor: SideName])[] = [
  ['ours', 'theirs'],
  ['theirs', 'ours'],
];

/** What this branch would take away from all others: what is gone there already is no news. */
export function findRemovedIds(subject: MergeSubject): Problem[] {
  return removedBy(subject, 'ours').flatMap(({ key, name, task, place }) => {
    const other = subject.records.theirs.get(key);
    if (task === null || other === undefined || editedFields(subject, other).length > 0) return [];
    return [problem('id-removed', { file: place.file }, { id: name, side: subject.names.ours, renamed: newName(subject, 'ours', key) })];
  });
}

/** As they stood where the sides parted. */
function removedBy({ records, keys }: MergeSubject, side: SideName): MergeRecord[] {
  return keys.flatMap((key) => {
    const base = records.bases[0]?.get(key);
    return base === undefined || records[side].has(key) || records.merged.has(key) ? [] : [base];
  });
}

function editedFields({ records }: MergeSubject, record: MergeRecord): string[] {
  const bases = records.bases.flatMap((base) => base.get(record.key) ?? []);
  return Object.keys(record.fields).filter((field) => bases.every((base) => !sameValue(base.fields[field], record.fields[field])));
}

/** A new task with the same title stands for the one that went. */
function newName({ records }: MergeSubject, side: SideName, key: string): string | null {
  const gone = records.bases[0]?.get(key)?.task;
  const isNew = (record: MergeRecord): boolean => records.bases.every((base) => !base.has(record.key));
  const renamed = gone ? [...records[side].values()].find((record) => record.task?.title === gone.title && isNew(record)) : undefined;
  return renamed?.name ?? null;
}
