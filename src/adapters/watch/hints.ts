import { watch } from 'node:fs';
import type { Location } from '../../app/ports.ts';
import { foldersOf, meantBy } from './follow.ts';
import { watchFolders } from './folder-notices.ts';

/** How often it is seen whether folders came, or went. */
const BEAT = 2000;

/** Nothing is read: whoever is called looks, or does not. Without notices of the system nobody is called. */
export function giveHints(location: Location, call: () => void): () => void {
  const notices = watchFolders(
    foldersOf(location),
    (path, name) => {
      if (meantBy(location, path, name) !== null) call();
    },
    () => undefined,
    watch,
  );
  notices.refresh();
  const timer = setInterval(() => {
    if (notices.refresh()) call();
  }, BEAT);
  return () => {
    clearInterval(timer);
    notices.end();
  };
}
