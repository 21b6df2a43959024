import { watch } from 'node:fs';
import type { Location } from '../../app/ports.ts';
import { watchFolders } from './folder-notices.ts';
import { BEAT, meantBy, watchedFolders } from './watched-folders.ts';

/** Nothing is read: whoever is called looks, or does not. Without notices of the system nobody is called. */
export function giveHints(location: Location, call: () => void): () => void {
  const notices = watchFolders(
    watchedFolders(location),
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
