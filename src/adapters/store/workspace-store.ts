/**
 * The workspace's files as views, through a cache that is trusted only where nothing can have changed.
 * What reads documents is loaded only when there is something to read: a warm answer needs none of it.
 */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Location, Store } from '../../app/ports.ts';
import type { View } from '../../app/view.ts';
import type { Problem } from '../../core/problem/problem.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { loadSnapshot } from './cache-files.ts';
import type { Cached } from './cache-files.ts';
import { cachedView } from './cached-view.ts';
import { listFiles, stampFolders } from './list-files.ts';
import { areSettled } from '../stamp.ts';
import type { Stamp } from '../stamp.ts';
import { holdsBySameBytes } from './restamp.ts';
import type { Stale } from './restamp.ts';
import { readStagedTrees } from './staged-trees.ts';
import { changedSince } from './stat-index.ts';

/** Reading so many files costs less than surveying all and keeping that, only for it to change again at once. */
const FEW_NEW = 64;

/** What tests give to be in charge: the time files are read at, and from how many files on git compares them. */
export interface StoreOptions {
  readonly now?: () => number;
  readonly few?: number;
}

export function createStore(location: Location, build: string, options: StoreOptions = {}): Store {
  const { root, folder } = location;
  const open = async (few: number): Promise<Result<View>> => {
    const found = lstatSync(join(root, folder), { throwIfNoEntry: false });
    if (found?.isDirectory() !== true) return refused('no-workspace', { folder });
    const cached = loadSnapshot(location, build);
    const stale = cached ? await findStale(location, cached, options) : null;
    if (cached && stale && (stale.files.size === 0 || holdsBySameBytes(location, cached, stale))) return done(cachedView(cached.snapshot, location));
    const { refresh } = await import('./refresh.ts');
    const isKept = stale === null || stale.files.size > few;
    return done(refresh(location, build, cached, stale?.files ?? null, { readAt: options.now?.(), isKept }));
  };
  return {
    open: () => open(0),
    openToWrite: () => open(FEW_NEW),
    async openStaged() {
      // Git works while what reads documents is loaded.
      const trees = readStagedTrees(location);
      const [{ openStaged }] = await Promise.all([import('./open-staged.ts'), trees]);
      return openStaged(location, build, await trees);
    },
    async openLine(after) {
      const { openLine } = await import('./open-line.ts');
      return openLine(location, build, after);
    },
    async openMerge(sides) {
      const { openMerge } = await import('./open-merge.ts');
      return openMerge(location, build, sides);
    },
  };
}

/** Files that must be looked at again; null where nothing that is kept can be relied on. */
async function findStale(location: Location, cached: Cached, { few, now = Date.now }: StoreOptions): Promise<Stale | null> {
  const readAt = now();
  const changed = await changedSince(location, cached.index, cached.snapshot.header.files, few);
  if (changed === null) return null;
  const folders = stampFolders(location.root, location.folder);
  const listed = sameFolders(folders, cached) ? [] : otherEntries(location, cached);
  return { files: new Set([...changed, ...listed]), folders, readAt };
}

function sameFolders(now: readonly Stamp[], { snapshot }: Cached): boolean {
  const { folders, readAt } = snapshot.header;
  return JSON.stringify(now) === JSON.stringify(folders) && areSettled(now, readAt);
}

/** What came or went: files, and what stands where files should. The index tells nothing of a folder that became a link. */
function otherEntries({ root, folder }: Location, { snapshot }: Cached): string[] {
  const listing = listFiles(root, folder);
  const listed = new Set(listing.files);
  const known = new Set(snapshot.section('files') as readonly string[]);
  const strays = snapshot.section('strays') as readonly Problem[];
  const sameStrays = JSON.stringify(strays) === JSON.stringify(listing.problems);
  return [
    ...listing.files.filter((file) => !known.has(file)),
    ...[...known].filter((file) => !listed.has(file)),
    ...(sameStrays ? [] : [...strays, ...listing.problems].map(({ place }) => place.file)),
  ];
}
