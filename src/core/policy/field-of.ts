/** The place of a field inside a record. */
import type { Place, Pointer } from '../model.ts';

export function fieldOf(record: Place, ...steps: Pointer): Place {
  return { file: record.file, pointer: [...(record.pointer ?? []), ...steps] };
}
