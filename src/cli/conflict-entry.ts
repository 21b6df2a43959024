/** A field in conflict as it stands in `--json` answers. */
import type { Conflict } from '../core/documents/merge-values.ts';
import type { FieldConflict, FieldValue } from '../core/schemas/types.ts';

export function conflictEntry({ path, versions: { base, ours, theirs } }: Conflict): FieldConflict {
  return { path: [...path], base: valueOf(base), ours: valueOf(ours), theirs: valueOf(theirs) };
}

const valueOf = (value: unknown): FieldValue => value ?? null;
