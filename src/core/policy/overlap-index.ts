/** Finds, among many tasks in progress, one that may touch the same files; only globs that begin alike are compared. */
import { overlaps } from './overlap.ts';

export interface Busy {
  readonly id: string;
  readonly files: readonly string[];
}

export interface Overlap {
  /** The task in progress. */
  readonly with: string;
  /** The asker's own glob that meets it. */
  readonly files: string;
}

/** Slashes and dots that name nothing. */
const ODD = /(?:^|\/)\.?(?:\/|$)/;

interface Entry {
  readonly id: string;
  readonly glob: string;
  /** What the glob begins with, up to its first wildcard. */
  readonly start: string;
}

interface Sorted {
  readonly entries: readonly Entry[];
  /** For each entry the nearest one before it that it begins with; -1 where there is none. */
  readonly parents: Int32Array;
}

/** What of these may touch the asker's files; itself left out. */
export type OverlapIndex = (task: Busy) => Overlap | null;

export function overlapIndex(busy: readonly Busy[]): OverlapIndex {
  const sorted = sortByStart(busy.flatMap(({ id, files }) => files.map((glob) => ({ id, glob, start: startOf(glob) }))));
  if (sorted.entries.length === 0) return () => null;
  return ({ id, files }) => {
    for (const glob of files) {
      const met = alike(sorted, startOf(glob)).find((entry) => entry.id !== id && overlaps([entry.glob], [glob]));
      if (met) return { with: met.id, files: glob };
    }
    return null;
  };
}

/** All of these globs that may hold a path of the asked one, itself among them. */
export function globIndex(globs: readonly string[]): (glob: string) => readonly string[] {
  const sorted = sortByStart(globs.map((glob) => ({ id: glob, glob, start: startOf(glob) })));
  return (asked) => alike(sorted, startOf(asked)).flatMap(({ glob }) => (overlaps([glob], [asked]) ? [glob] : []));
}

function sortByStart(unsorted: readonly Entry[]): Sorted {
  const entries = [...unsorted].sort((one, other) => (one.start < other.start ? -1 : one.start > other.start ? 1 : 0));
  const parents = new Int32Array(entries.length);
  entries.forEach(({ start }, at) => (parents[at] = nearestBeginning({ entries, parents }, at - 1, start)));
  return { entries, parents };
}

/** Of an entry and those it begins with, the nearest that `start` begins with too. */
function nearestBeginning({ entries, parents }: Sorted, from: number, start: string): number {
  let at = from;
  while (at >= 0 && !start.startsWith(entries[at]?.start ?? '')) at = parents[at] ?? -1;
  return at;
}

/** Entries that begin with `start`, or with a beginning of it: these all stand in the line of whichever sorts just before it. */
function alike(sorted: Sorted, start: string): Entry[] {
  const { entries, parents } = sorted;
  const first = firstFrom(entries, start);
  const before = nearestBeginning(sorted, first - 1, start);
  if (before < 0 && entries[first]?.start.startsWith(start) !== true) return NONE;
  const found: number[] = [];
  for (let at = before; at >= 0; at = parents[at] ?? -1) found.push(at);
  found.reverse();
  for (let at = first; entries[at]?.start.startsWith(start); at++) found.push(at);
  return found.flatMap((at) => entries[at] ?? []);
}

/** The usual answer, thousands of times. */
const NONE: Entry[] = [];

function firstFrom(entries: readonly Entry[], start: string): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.start ?? '') < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function startOf(glob: string): string {
  const wildcard = glob.search(/[*?[{\\]/);
  const text = wildcard === -1 ? glob : glob.slice(0, wildcard);
  return ODD.test(text) ? text.split('/').filter((name) => name !== '' && name !== '.').join('/') : text;
}
