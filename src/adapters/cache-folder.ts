/** Where the caches lie, in the git directory of this work tree: anyone may delete them at any time. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Location } from '../app/ports.ts';

export function cacheFolder({ gitDir }: Location): string {
  return join(gitDir, 'coord', 'cache');
}

export function cachePath(location: Location, name: string): string {
  return join(cacheFolder(location), name);
}

/** Failing is no fault: the next reader works it out again. Without fsync: what a crash leaves half-written must not be understood. */
export function writeCacheFile(location: Location, name: string, bytes: string | Buffer): boolean {
  const path = cachePath(location, name);
  const unique = `${path}.tmp-${String(process.pid)}-${String(process.hrtime.bigint())}`;
  try {
    mkdirSync(cacheFolder(location), { recursive: true });
    writeFileSync(unique, bytes, { mode: 0o600 });
    renameSync(unique, path);
    return true;
  } catch {
    return false;
  }
}
