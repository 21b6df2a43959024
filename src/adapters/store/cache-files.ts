/** The cache's files: a snapshot, and the index it names. */
import { closeSync, fstatSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import { cacheFolder, cachePath, writeCacheFile } from '../cache-folder.ts';
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

export function loadSnapshot(location: Location, build: string): Cached | null {
  try {
    const snapshot = parseSnapshot(openBytes(cachePath(location, SNAPSHOT)), build);
    if (snapshot === null || snapshot.header.folder !== location.folder) return null;
    return { snapshot, index: cachePath(location, snapshot.header.index) };
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

/** The snapshot comes last: it names its index. */
export function saveSnapshot(location: Location, index: Buffer, snapshot: Buffer): void {
  const name = indexName(index);
  if (writeCacheFile(location, name, index) && writeCacheFile(location, SNAPSHOT, snapshot)) sweep(cacheFolder(location), name);
}

/** Indexes that no snapshot names any more, and what a writer that was killed left. What may not be removed stays. */
function sweep(folder: string, current: string): void {
  const old = Date.now() - KEEP_MS;
  const isLeft = (name: string): boolean => name !== current && (name.startsWith('index-') || name.includes('.tmp-'));
  try {
    for (const path of readdirSync(folder).filter(isLeft).map((name) => join(folder, name))) {
      if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? old) < old) rmSync(path, { force: true });
    }
  } catch {
    return;
  }
}
