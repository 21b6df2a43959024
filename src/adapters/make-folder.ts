import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** With its parents. Node's own way calls a read-only disk ENOENT; this one keeps the true reason. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && statSync(path).isDirectory()) return;
    if (code !== 'ENOENT') throw error;
    makeFolder(dirname(path));
    makeFolder(path);
  }
}
