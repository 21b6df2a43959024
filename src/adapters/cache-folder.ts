/** Where the caches lie, in the git directory of this work tree: anyone may delete them at any time. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Location } from '../app/ports.ts';
import { putFile } from './put-file.ts';

export function cacheFolder({ gitDir }: Location): string {
  return join(gitDir, 'coord', 'cache');
}

export function cachePath(location: Location, name: string): string {
  return join(cacheFolder(location), name);
}

/** Failing is no fault: the next reader works it out again. */
export function writeCacheFile(location: Location, name: string, bytes: string | Buffer): boolean {
  try {
    mkdirSync(cacheFolder(location), { recursive: true });
    putFile(cachePath(location, name), bytes);
    return true;
  } catch {
    return false;
  }
}
