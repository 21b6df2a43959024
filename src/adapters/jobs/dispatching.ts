import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Dispatching } from '../../app/ports/dispatch-port.ts';
import type { Location } from '../../app/ports.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import { isAnotherAtWork, ownIdentity } from '../process-identity.ts';
import { ownerOfLock, releaseLock, takeLock } from '../workspace-lock.ts';
import { wait } from '../wait.ts';
import { startGit } from '../git/run-git.ts';
import { beginStanding } from '../git/standing-git.ts';
import { sweepBlobs } from '../git/standing-writes.ts';
import { writeFailure } from '../write-failure.ts';
import { readGitSettings, settingsChanged } from './git-settings.ts';
import type { GitSettings } from './git-settings.ts';
import { makeFolder } from '../make-folder.ts';

export function createDispatching(location: Pick<Location, 'commonDir' | 'root' | 'gitDir'>): Dispatching {
  const { commonDir } = location;
  const folder = join(commonDir, 'coord');
  const lock = join(folder, 'dispatch-lock');
  let settings: GitSettings | null = null;
  return {
    begin() {
      try {
        makeFolder(folder);
        if (!takeLock(lock)) return Promise.resolve(refused('dispatcher-at-work', { path: lock, owner: ownerOfLock(lock) }));
        sweepBlobs({ commonDir });
        settings = readGitSettings(location);
        const endStanding = beginStanding({ commonDir });
        return Promise.resolve(
          done(() => {
            endStanding();
            // What git does after each commit and merge otherwise, as far as there is need of it.
            startGit(location, ['maintenance', 'run', '--auto', '--quiet']);
            releaseLock(lock);
          }),
        );
      } catch (error) {
        return Promise.resolve(writeFailure(lock, error));
      }
    },
    changedSettings: () => Promise.resolve(settings === null ? [] : settingsChanged(settings, readGitSettings(location))),
    stopFile() {
      const path = join(folder, 'stop');
      return Promise.resolve({ path, isThere: existsSync(path) });
    },
    every(seconds, call) {
      const timer = setInterval(call, seconds * 1000);
      return Promise.resolve(() => clearInterval(timer));
    },
    pause: (milliseconds, cut) => wait(milliseconds, cut),
    self: () => Promise.resolve(ownIdentity()),
    isAtWork: (other) => Promise.resolve(isAnotherAtWork(other)),
  };
}
