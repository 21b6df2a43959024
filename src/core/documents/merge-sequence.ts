/**
 * Merges sequences in which order counts: lines, steps. Equal stretches are found by what occurs once in each (patience):
 * no text makes it slow, and where it sees less than it might, the answer is a conflict, not a guess.
 */
import { changedSide } from './versions.ts';
import type { Versions } from './versions.ts';

export type Chunk = { readonly agreed: readonly string[] } | { readonly ours: readonly string[]; readonly theirs: readonly string[] };

export function mergeSequence({ base, ours, theirs }: Versions<readonly string[]>): readonly Chunk[] {
  const [toOurs, toTheirs] = [matches(base, ours), matches(base, theirs)];
  const chunks: Chunk[] = [];
  let [was, here, there] = [0, 0, 0];
  while (was < base.length || here < ours.length || there < theirs.length) {
    let next = was;
    while (next < base.length && !(toOurs[next] !== -1 && toTheirs[next] !== -1)) next++;
    const end = next === base.length ? [ours.length, theirs.length] : [toOurs[next] ?? 0, toTheirs[next] ?? 0];
    const [hereEnd = 0, thereEnd = 0] = end;
    chunks.push(chunkOf({ base: base.slice(was, next), ours: ours.slice(here, hereEnd), theirs: theirs.slice(there, thereEnd) }));
    if (next < base.length) chunks.push({ agreed: base.slice(next, next + 1) });
    [was, here, there] = [next + 1, hereEnd + 1, thereEnd + 1];
  }
  return chunks;
}

/** null where the two sides changed the same stretch. */
export function mergedSequence(versions: Versions<readonly string[]>): readonly string[] | null {
  const chunks = mergeSequence(versions);
  return chunks.every((chunk) => 'agreed' in chunk) ? chunks.flatMap(({ agreed }) => agreed) : null;
}

function chunkOf(versions: Versions<readonly string[]>): Chunk {
  const side = changedSide(versions, (one, other) => one.length === other.length && one.every((item, at) => item === other[at]));
  return side === null ? { ours: versions.ours, theirs: versions.theirs } : { agreed: versions[side] };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
  readonly depth: number;
}

/** Past that, what is left of a stretch counts as changed. */
const MAX_DEPTH = 16;

/** For each item of `base` where it stands in `other`, rising, or -1. */
function matches(base: readonly string[], other: readonly string[]): Int32Array {
  const found = new Int32Array(base.length).fill(-1);
  const open: Stretch[] = [{ from: 0, to: base.length, otherFrom: 0, otherTo: other.length, depth: 0 }];
  for (let stretch = open.pop(); stretch !== undefined; stretch = open.pop()) {
    let { from, to, otherFrom, otherTo } = stretch;
    while (from < to && otherFrom < otherTo && base[from] === other[otherFrom]) found[from++] = otherFrom++;
    while (from < to && otherFrom < otherTo && base[to - 1] === other[otherTo - 1]) found[--to] = --otherTo;
    const anchors = stretch.depth < MAX_DEPTH ? rising(unique(base, from, to), unique(other, otherFrom, otherTo)) : [];
    if (anchors.length === 0) continue;
    for (const [at, otherAt] of [...anchors, [to, otherTo] as const]) {
      open.push({ from, to: at, otherFrom, otherTo: otherAt, depth: stretch.depth + 1 });
      if (at < to) found[at] = otherAt;
      [from, otherFrom] = [at + 1, otherAt + 1];
    }
  }
  return found;
}

/** What occurs once in a stretch, and where. */
function unique(items: readonly string[], from: number, to: number): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  for (let at = from; at < to; at++) {
    const item = items[at] ?? '';
    seen.set(item, seen.has(item) ? -1 : at);
  }
  return new Map([...seen].filter(([, at]) => at !== -1));
}

/** The longest run of common items that stand in the same order on both sides. */
function rising(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): readonly (readonly [number, number])[] {
  interface Link {
    readonly pair: readonly [number, number];
    readonly before: Link | null;
  }
  const piles: Link[] = [];
  for (const [item, at] of one) {
    const otherAt = other.get(item);
    if (otherAt === undefined) continue;
    let [low, high] = [0, piles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((piles[middle]?.pair[1] ?? 0) < otherAt) low = middle + 1;
      else high = middle;
    }
    piles[low] = { pair: [at, otherAt], before: piles[low - 1] ?? null };
  }
  const run: (readonly [number, number])[] = [];
  for (let link = piles.at(-1) ?? null; link !== null; link = link.before) run.push(link.pair);
  return run.reverse();
}
