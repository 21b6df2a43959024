/** When requests were made, by all processes that make them in this repository: a file in the common git directory, behind a lock. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { admission } from '../../core/dispatch/model/admission.ts';
import { makeFolder } from '../make-folder.ts';
import { takeLock } from '../workspace-lock.ts';
import { orUnwritable } from '../write-failure.ts';

/** Milliseconds until the lock is tried again: it is held for one reading and one writing. */
const MOMENT = 20;

export function admit(commonDir: string, perMinute: number, now: Date): number {
  const folder = join(commonDir, 'coord');
  const lock = join(folder, 'requests-lock');
  const path = join(folder, 'requests.json');
  return orUnwritable(path, () => {
    makeFolder(folder);
    if (!takeLock(lock)) return MOMENT;
    try {
      const { wait, times } = admission(timesIn(path), now.getTime(), perMinute);
      writeFileSync(path, JSON.stringify(times));
      return wait;
    } finally {
      rmSync(lock, { force: true });
    }
  });
}

/** What a crash left half written tells of no request. */
function timesIn(path: string): readonly number[] {
  try {
    const times: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return Array.isArray(times) ? times.filter((time) => typeof time === 'number') : [];
  } catch {
    return [];
  }
}
