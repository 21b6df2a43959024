import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { TORN } from '../../core/dispatch/job-event.ts';
import { syncFolder } from '../sync-folder.ts';

const LINE_BREAK = 0x0a;

/** To a file that is read by this user alone; on the disk when it returns. A last line that a crash cut off is ended first. */
export function appendLines(path: string, lines: string): void {
  const file = openSync(path, 'a+', 0o600);
  try {
    const isNew = fstatSync(file).size === 0;
    // One write, so that what two processes append at once does not mix.
    const text = Buffer.from(`${endsTorn(file) ? `${TORN}\n` : ''}${lines}`);
    for (let rest = text; rest.length > 0; ) rest = rest.subarray(writeSync(file, rest));
    fsyncSync(file);
    if (isNew) syncFolder(dirname(path));
  } finally {
    closeSync(file);
  }
}

function endsTorn(file: number): boolean {
  const { size } = fstatSync(file);
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(file, last, 0, 1, size - 1);
  return last[0] !== LINE_BREAK;
}
