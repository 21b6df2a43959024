import { nameOf } from '../core/relative-path.ts';
import type { Location } from './ports.ts';

/** Root of the main work tree, also when asked from a linked one; where there is none (a bare repository), of this one. */
export function mainWorkTree({ root, commonDir }: Pick<Location, 'root' | 'commonDir'>): string {
  return nameOf(commonDir) === '.git' ? commonDir.slice(0, commonDir.lastIndexOf('/')) : root;
}
