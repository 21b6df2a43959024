import { stringify } from 'yaml';
import type { EntityDocument } from '../schemas/types.ts';

/** As the file that somebody could have written. */
export function printEntity(entity: EntityDocument): string {
  return stringify(entity, { lineWidth: 0 });
}
