/** For files that only look changed: written again with the same bytes, or read so soon after a change that their times tell nothing. */
import { join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import { isSettled } from '../stamp.ts';
import type { Stamp } from '../stamp.ts';
import { indexName, saveSnapshot } from './cache-files.ts';
import type { Cached } from './cache-files.ts';
import { readText } from './read-text.ts';
import type { ReadText } from './read-text.ts';
import { OID } from './snapshot.ts';
import { printEntry, printIndex, readIndex } from './stat-index.ts';

/** More than these are read as if they were new: one of them surely is. */
const FEW = 16;

export interface Stale {
  readonly files: ReadonlySet<string>;
  /** Of the folders, taken before they were listed. */
  readonly folders: readonly Stamp[];
  /** Milliseconds since 1970 before anything was looked at. */
  readonly readAt: number;
}

/** Whether all that is kept still holds, since every file has the bytes it had. Then the cache learns the states they are in now. */
export function holdsBySameBytes(location: Location, { snapshot, index }: Cached, { files, folders, readAt }: Stale): boolean {
  if (files.size > FEW) return false;
  const known = snapshot.section('files') as readonly string[];
  const oids = snapshot.text('oids');
  const found = new Map<string, ReadText>();
  for (const file of files) {
    const at = known.indexOf(file);
    const text = at === -1 ? null : readText(join(location.root, file), file);
    if (text === null || text.text === null || text.oid !== oids.slice(at * OID, (at + 1) * OID)) return false;
    found.set(file, text);
  }
  const entries = readIndex(index);
  const settled = [...found].flatMap(([file, { oid, stats }]) => (stats !== null && isTrusted(stats, readAt) ? [{ file, oid, stats }] : []));
  // While nothing can be trusted yet there is nothing to learn.
  if (entries === null || settled.length === 0) return true;
  for (const state of settled) entries.set(state.file, printEntry(state));
  const bytes = printIndex([...entries.values()]);
  saveSnapshot(location, bytes, snapshot.withHeader({ index: indexName(bytes), folders, readAt }));
  return true;
}

export function isTrusted({ mtimeNs, ctimeNs }: NonNullable<ReadText['stats']>, readAt: number): boolean {
  return isSettled(Number((mtimeNs > ctimeNs ? mtimeNs : ctimeNs) / 1_000_000n), readAt);
}
