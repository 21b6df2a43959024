/** Writes whole files under the workspace's lock: a reader, or a crash, finds the old text or the new, never a part. */
import { closeSync, fchmodSync, fsyncSync, lstatSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Location } from '../app/ports.ts';
import type { FileChange, Writer } from '../app/ports/writer-port.ts';
import { done, refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import { holdSignals } from './hold-signals.ts';
import { isRunning } from './process-identity.ts';
import { random } from './random.ts';
import { createTextFiles, insideOf } from './text-files.ts';
import { underLock } from './workspace-lock.ts';
import { syncFolder } from './sync-folder.ts';
import { temporaryName, writerOfTemporary } from './temporary-name.ts';
import { writeFailure } from './write-failure.ts';
import { makeFolder } from './make-folder.ts';

const HOUR = 3_600_000;

export function createWriter(location: Location): Writer {
  return {
    write: (plan, options) =>
      underLock(location.commonDir, async () => {
        const planned = await plan(createTextFiles(location.root));
        if (!planned.ok) return planned;
        const written = writeAll(location.root, planned.value.changes, options?.alone === true);
        return written.ok ? done(planned.value.value) : written;
      }),
  };
}

/** All texts are on the disk before the first one takes its name, so a full disk changes nothing. */
export function writeAll(root: string, changes: readonly FileChange[], isAlone = false): Result<void> {
  const prepared: { readonly temporary: string; readonly path: string }[] = [];
  let at = '';
  try {
    for (const change of changes) {
      at = insideOf(root, change.path);
      if (lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink()) return refused('edit-refused', { file: change.path, reason: 'it is a symbolic link' });
      prepared.push({ temporary: prepare(at, change.text), path: at });
    }
    if (prepared.length > 0 && !isAlone) holdSignals();
    for (const { temporary, path } of prepared) renameSync(temporary, path);
    for (const folder of new Set(prepared.map(({ path }) => dirname(path)))) settle(folder);
    return done(undefined);
  } catch (error) {
    return writeFailure(at, error);
  } finally {
    for (const { temporary } of prepared) rmSync(temporary, { force: true });
  }
}

/** One file by itself, wherever it stands. */
export function replaceFile(path: string, text: string): void {
  const temporary = prepare(path, text);
  try {
    renameSync(temporary, path);
    syncFolder(dirname(path));
  } finally {
    rmSync(temporary, { force: true });
  }
}

function prepare(path: string, text: string): string {
  const folder = dirname(path);
  makeFolder(folder);
  const temporary = join(folder, temporaryName(random.hex(6)));
  const file = openSync(temporary, 'wx');
  try {
    const mode = statSync(path, { throwIfNoEntry: false })?.mode;
    if (mode !== undefined) fchmodSync(file, mode & 0o777);
    const bytes = Buffer.from(text, 'utf8');
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  return temporary;
}

/** The folder's own entry reaches the disk too, and what a crash left in it goes. */
function settle(folder: string): void {
  syncFolder(folder);
  for (const name of readdirSync(folder)) {
    const pid = writerOfTemporary(name);
    if (pid !== null && (!isRunning(pid) || isOld(join(folder, name)))) rmSync(join(folder, name), { force: true });
  }
}

function isOld(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > HOUR;
}
