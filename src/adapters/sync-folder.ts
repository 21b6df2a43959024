import { closeSync, fsyncSync, openSync } from 'node:fs';

/** A new file is there after a crash only when its folder's own entry is on the disk too. */
export function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
