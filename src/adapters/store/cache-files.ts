/** Where the cache lies, in the git directory of this work tree: anyone may delete it at any time. */
import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, readSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import { parseSnapshot } from './snapshot.ts';
import type { Bytes, Snapshot } from './snapshot.ts';

export interface Cached {
  readonly snapshot: Snapshot;
  /** Path of the index that goes with it. */
  readonly index: string;
}

/** A name that depends on the bytes alone, so that the same name always means the same index. */
export function indexName(bytes: Buffer): string {
  return `index-${bytes.toString('hex', bytes.length - 20)}`;
}

const SNAPSHOT = 'snapshot';
/** Old indexes are kept as long, for readers that have just read the name. */
const KEEP_MS = 60_000;

function cacheFolder({ gitDir }: Location): string {
  return join(gitDir, 'coord', 'cache');
}

export function loadSnapshot(location: Location, build: string): Cached | null {
  const folder = cacheFolder(location);
  try {
    const snapshot = parseSnapshot(openBytes(join(folder, SNAPSHOT)), build);
    if (snapshot === null || snapshot.header.folder !== location.folder) return null;
    return { snapshot, index: join(folder, snapshot.header.index) };
  } catch {
    return null;
  }
}

/**
 * The file stays open as long as its bytes may be wanted: whoever replaces it meanwhile leaves this reader the old one.
 * A process that ends closes it; one that goes on closes it when nobody holds the snapshot any more.
 */
function openBytes(path: string): Bytes {
  const handle = openSync(path, 'r');
  const bytes: Bytes = {
    size: fstatSync(handle).size,
    read(offset, length) {
      const buffer = Buffer.allocUnsafeSlow(length);
      return buffer.subarray(0, readSync(handle, buffer, 0, length, offset));
    },
  };
  forgotten.register(bytes, handle);
  return bytes;
}

const forgotten = new FinalizationRegistry<number>((handle) => closeSync(handle));

/** Failing is no fault: the next reader works it out again. Without fsync: what a crash leaves half-written is not understood. */
export function saveSnapshot(location: Location, index: Buffer, snapshot: Buffer): void {
  const folder = cacheFolder(location);
  const unique = `.tmp-${String(process.pid)}-${String(process.hrtime.bigint())}`;
  try {
    mkdirSync(folder, { recursive: true });
    place(join(folder, indexName(index)), index, unique);
    place(join(folder, SNAPSHOT), snapshot, unique);
    sweep(folder, indexName(index));
  } catch {
    return;
  }
}

function place(path: string, bytes: Buffer, unique: string): void {
  writeFileSync(path + unique, bytes, { mode: 0o600 });
  renameSync(path + unique, path);
}

function sweep(folder: string, current: string): void {
  const old = Date.now() - KEEP_MS;
  for (const name of readdirSync(folder)) {
    if (name === current || name === SNAPSHOT) continue;
    const path = join(folder, name);
    if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? old) < old) unlinkSync(path);
  }
}
