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

interface Entry {
  readonly id: string;
  readonly glob: string;
  /** What the glob begins with, up to its first wildcard. */
  readonly start: string;
}

export function overlapIndex(busy: readonly Busy[]): (task: Busy) => Overlap | null {
  const entries = busy
    .flatMap(({ id, files }) => files.map((glob) => ({ id, glob, start: startOf(glob) })))
    .sort((one, other) => (one.start < other.start ? -1 : one.start > other.start ? 1 : 0));
  if (entries.length === 0) return () => null;
  return ({ id, files }) => {
    for (const glob of files) {
      const met = alike(entries, startOf(glob)).find((entry) => entry.id !== id && overlaps([entry.glob], [glob]));
      if (met) return { with: met.id, files: glob };
    }
    return null;
  };
}

/** Entries that begin with `start`, or with a beginning of it. */
function alike(entries: readonly Entry[], start: string): Entry[] {
  const found: Entry[] = [];
  for (let length = 0; length <= start.length; length++) {
    const beginning = start.slice(0, length);
    for (let at = firstFrom(entries, beginning); at < entries.length; at++) {
      const entry = entries[at];
      if (!entry || (length < start.length ? entry.start !== beginning : !entry.start.startsWith(start))) break;
      found.push(entry);
    }
  }
  return found;
}

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
  const text = /^[^*?[{\\]*/.exec(glob)?.[0] ?? '';
  return text.split('/').filter((name) => name !== '' && name !== '.').join('/');
}
