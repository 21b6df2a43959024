/** Small files that anyone may take away at any time: what is not there, or cannot be read, is as if it were empty. */
import { readdirSync, readFileSync } from 'node:fs';

/** Names in a folder, sorted. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

export function textIn(path: string, encoding: 'utf8' | 'latin1' = 'utf8'): string {
  try {
    return readFileSync(path, encoding);
  } catch {
    return '';
  }
}
