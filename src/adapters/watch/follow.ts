/**
 * Follows the files of a workspace: a notice of the system is a hint to look at a file, its bytes decide. A change that is sure is
 * told at once; one that may be half written when it has stood still for a moment. Everything is looked at again now and then.
 */
import { existsSync, lstatSync, watch } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Location } from '../../app/ports.ts';
import type { Follower, Following } from '../../app/ports/watch-port.ts';
import { watchFolders } from './folder-notices.ts';
import type { Listen } from './folder-notices.ts';
import { openLiveFiles } from './live-files.ts';
import type { LiveFiles } from './live-files.ts';
import { settle } from './settle.ts';
import type { Settling } from './settle.ts';
import { BEAT, meantBy, watchedFolders } from './watched-folders.ts';

/** Beats from one look at everything to the next. Without notices of the system it is one. */
const RESCAN = 15;

export function follow(location: Location, follower: Follower, listen: Listen = watch): Following {
  const { root, folder, gitDir } = location;
  const files = openLiveFiles(location);
  const settling = settle(files, (changes) => follower.changed(changes), { isMissing: () => isMissing(), isGitAtWork: () => existsSync(join(gitDir, 'index.lock')) });
  const workspace = join(root, folder);
  let isGone = false;
  let isPolling = false;
  let beats = 0;
  const rescan = async (): Promise<void> => {
    if (!isMissing()) await lookAtAll(files, settling);
  };
  /** A folder that is gone may come back with all that was in it: nothing of it is told before. */
  const isMissing = (): boolean => {
    const wasGone = isGone;
    isGone = !isFolder(workspace);
    if (isGone) settling.forget();
    if (isGone !== wasGone) follower.trouble({ trouble: isGone ? 'folder-gone' : 'folder-back', folder });
    return isGone;
  };
  const hear = (path: string, name: string | null): void => {
    const told = meantBy(location, path, name);
    if (told === 'claims') follower.stirred();
    else if (told === 'folders') {
      if (notices.refresh()) void rescan();
    } else if (told !== null) settling.hint([told]);
  };
  const notices = watchFolders(watchedFolders(location), hear, (reason) => {
    if (!isPolling) follower.trouble({ trouble: 'no-notices', reason });
    isPolling = true;
  }, listen);
  notices.refresh();
  const timer = setInterval(() => {
    const isOther = notices.refresh() || isGone;
    beats++;
    if (isOther || isPolling || beats % RESCAN === 0) void rescan();
    follower.beat();
  }, BEAT);
  return {
    view: () => files.view(),
    isUnsure: () => settling.isUnsure(),
    rescan: () => rescan().then(() => settling.over()),
    end() {
      clearInterval(timer);
      notices.end();
      settling.forget();
    },
  };
}

/** A part at a time: meanwhile others have their turn. */
async function lookAtAll(files: LiveFiles, settling: Settling): Promise<void> {
  for (const part of files.changed()) {
    settling.hint(part);
    await nextTurn();
  }
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
