/**
 * Notices of the system that something in a folder changed: hints, which may be late, double or missing.
 * One a folder, not one a file: of 10,000 files that costs a hundredth (deployment/decisions, "Folders are watched, not files").
 */
import { lstatSync } from 'node:fs';
import type { FSWatcher } from 'node:fs';

export interface FolderNotices {
  /** Begins with folders that came since, and begins anew with those that were replaced. Whether any of them did. */
  refresh(): boolean;
  end(): void;
}

interface Watched {
  readonly watcher: FSWatcher;
  readonly place: string;
}

/** As node:fs does it; throws where the system gives no notices. */
export type Listen = (folder: string, heard: (event: string, name: string | null) => void) => FSWatcher;

/** `tell`: the folder, and the name of the entry in it, where the system says it. `fail`: it gives no more notices. */
export function watchFolders(folders: readonly string[], tell: (folder: string, name: string | null) => void, fail: (reason: string) => void, listen: Listen): FolderNotices {
  const watched = new Map<string, Watched>();
  const drop = (folder: string): void => {
    watched.get(folder)?.watcher.close();
    watched.delete(folder);
  };
  const begin = (folder: string, place: string): void => {
    try {
      const watcher = listen(folder, (_, name) => tell(folder, name));
      watcher.on('error', () => drop(folder));
      watched.set(folder, { watcher, place });
    } catch (error) {
      const { code = 'unknown' } = error as NodeJS.ErrnoException;
      if (code === 'ENOSPC' || code === 'EMFILE' || code === 'ENFILE') fail(code);
    }
  };
  return {
    refresh() {
      const moved = folders.filter((folder) => placeOf(folder) !== (watched.get(folder)?.place ?? null));
      for (const folder of moved) {
        drop(folder);
        const place = placeOf(folder);
        if (place !== null) begin(folder, place);
      }
      return moved.length > 0;
    },
    end: () => [...watched.keys()].forEach(drop),
  };
}

/** What stands there, whatever it is called; null: no folder. */
function placeOf(folder: string): string | null {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  return stats?.isDirectory() === true ? `${stats.dev}:${stats.ino}` : null;
}
