/** Where a field of a record stands in the merged tree; the file alone where it is in conflict. */
import type { Place } from '../model.ts';
import { fieldOf } from '../policy/field-of.ts';
import type { MergeSubject } from './merge-trees.ts';

export function recordPlace({ records, contested }: MergeSubject, key: string, field: string): Place {
  const record = records.merged.get(key) ?? records.ours.get(key) ?? records.theirs.get(key);
  const file = record?.place.file ?? '';
  const isThere = records.merged.has(key) && !contested.has(file);
  return record && isThere ? fieldOf(record.place, field) : { file };
}
