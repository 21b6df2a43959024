/** Files that a person asks a report to be written to, from where the command was typed. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Outlet } from '../app/outlet-port.ts';
import { done, refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import { replaceFile } from './writer.ts';
import { writeFailure } from './write-failure.ts';

export function createOutlet(cwd: string): Outlet {
  return { write: (typed, text) => Promise.resolve(writeTo(resolve(cwd, typed), text)) };
}

function writeTo(path: string, text: string): Result<string> {
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    // A device or a pipe is not ours to put a file in the place of.
    if (there !== undefined && !there.isFile()) return refused('not-writable', { path, reason: there.isDirectory() ? 'it is a folder' : 'it is no ordinary file' });
    replaceFile(path, text);
    return done(path);
  } catch (error) {
    const isNowhere = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return isNowhere ? refused('not-writable', { path, reason: 'no file can be made there' }) : writeFailure(path, error);
  }
}
