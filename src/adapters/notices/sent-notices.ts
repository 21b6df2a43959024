/**
 * Which channel was told of what: a small file for each in `coord/notices` of the common git directory, named by a digest of both.
 * While it is being told a lock stands beside it, which says who tells; of a process that died the next one takes over.
 */
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Notices } from '../../app/ports/notice-port.ts';
import { digest } from '../digest.ts';
import { makePrivateFolder } from '../jobs/private-folder.ts';
import { takeLock } from '../workspace-lock.ts';
import { orUnwritable } from '../write-failure.ts';

const DAY = 86_400_000;
/** What is older is not asked for any more. */
const KEPT_DAYS = 90;
const MOST_KEPT = 5000;

export function createSentNotices(commonDir: string): Pick<Notices, 'begin' | 'end'> {
  const folder = join(commonDir, 'coord', 'notices');
  const pathOf = (channel: string, key: string): string => join(folder, digest(JSON.stringify([channel, key])).slice(0, 32));
  let isPruned = false;
  return {
    begin(channel, key) {
      const path = pathOf(channel, key);
      return Promise.resolve(orUnwritable(path, () => {
        makePrivateFolder(folder);
        if (isThere(path)) return 'sent';
        if (!takeLock(lockOf(path))) return isThere(path) ? 'sent' : 'under-way';
        // Told between the look and the lock.
        if (!isThere(path)) return 'begun';
        rmSync(lockOf(path), { force: true });
        return 'sent';
      }));
    },
    end(channel, key, isSent) {
      const path = pathOf(channel, key);
      orUnwritable(path, () => {
        if (isSent) writeFileSync(path, '');
        rmSync(lockOf(path), { force: true });
        if (!isPruned) prune(folder);
        isPruned = true;
      });
      return Promise.resolve();
    },
  };
}

const lockOf = (path: string): string => `${path}.lock`;
const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

/** Locks of processes that died go the same way. */
function prune(folder: string): void {
  const told = readdirSync(folder)
    .map((name) => ({ path: join(folder, name), at: statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((one, other) => other.at - one.at);
  const old = Date.now() - KEPT_DAYS * DAY;
  for (const { path } of told.filter(({ at }, index) => index >= MOST_KEPT || at < old)) rmSync(path, { force: true });
}
