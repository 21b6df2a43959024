import { join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import type { Watching } from '../../app/ports/watch-port.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import { makeFolder } from '../make-folder.ts';
import { ownerOfLock, releaseLock, sinceOfLock, takeLock } from '../workspace-lock.ts';
import { writeFailure } from '../write-failure.ts';
import { follow } from './follow.ts';
import { giveHints } from './hints.ts';
import { keepStanding, keptStanding } from './kept-standing.ts';

export function createWatching(location: Location): Watching {
  const folder = join(location.commonDir, 'coord');
  const lock = join(folder, 'watch-lock');
  return {
    begin() {
      try {
        makeFolder(folder);
        if (!takeLock(lock)) return Promise.resolve(refused('watcher-at-work', { path: lock, owner: ownerOfLock(lock), since: sinceOfLock(lock) }));
        return Promise.resolve(done(() => releaseLock(lock)));
      } catch (error) {
        return Promise.resolve(writeFailure(lock, error));
      }
    },
    follow: (follower) => Promise.resolve(follow(location, follower)),
    hints: (call) => Promise.resolve(giveHints(location, call)),
    kept: () => Promise.resolve(keptStanding(location)),
    keep: (standing) => keepStanding(location, standing),
  };
}
