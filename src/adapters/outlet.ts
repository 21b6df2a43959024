/** Files that a person asks a report to be written to, from where the command was typed. */
import { lstatSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { resolve } from 'node:path';
import type { Outlet } from '../app/ports/outlet-port.ts';
import { done, refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import { replaceFile } from './writer.ts';
import { writeFailure } from './write-failure.ts';

export function createOutlet(cwd: string): Outlet {
  return { write: (typed, text) => Promise.resolve(writeTo(resolve(cwd, typed), text)) };
}

function writeTo(path: string, text: string): Result<string> {
  try {
    const there = lstatSync(path, { throwIfNoEntry: false });
    // A link, a device or a pipe is not ours to put a file in the place of: /dev/stdout is a link.
    if (there !== undefined && !there.isFile()) return refused('not-writable', { path, reason: reasonAgainst(there) });
    replaceFile(path, text);
    return done(path);
  } catch (error) {
    const isNowhere = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return isNowhere ? refused('not-writable', { path, reason: 'no file can be made there' }) : writeFailure(path, error);
  }
}

function reasonAgainst(there: Stats): string {
  if (there.isDirectory()) return 'it is a folder';
  return there.isSymbolicLink() ? 'it is a symbolic link' : 'it is no ordinary file';
}
