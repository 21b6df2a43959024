/** Strongly connected components (Tarjan), without recursion: a chain of a million tasks is no deep stack. */
import type { Lists } from './task-graph.ts';

export interface Components {
  /** Each position's group. */
  readonly group: Int32Array;
  /** Members of each group. A group comes after all that its members wait for. */
  readonly groups: readonly (readonly number[])[];
}

export function components(edges: Lists): Components {
  const count = edges.starts.length - 1;
  const walk = {
    edges,
    index: new Int32Array(count).fill(-1),
    low: new Int32Array(count),
    next: edges.starts.slice(0, count),
    group: new Int32Array(count).fill(-1),
    open: [] as number[],
    groups: [] as number[][],
    counter: 0,
  };
  for (let start = 0; start < count; start++) {
    if (walk.index[start] === -1) visitFrom(start, walk);
  }
  return { group: walk.group, groups: walk.groups };
}

interface Walk {
  readonly edges: Lists;
  readonly index: Int32Array;
  readonly low: Int32Array;
  readonly next: Int32Array;
  readonly group: Int32Array;
  readonly open: number[];
  readonly groups: number[][];
  counter: number;
}

function visitFrom(start: number, walk: Walk): void {
  const path = [start];
  enter(start, walk);
  for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
    const child = nextChild(at, walk);
    if (child === null) {
      path.pop();
      leave(at, path.at(-1), walk);
    } else if (walk.index[child] === -1) {
      enter(child, walk);
      path.push(child);
    } else if (walk.group[child] === -1) lower(at, walk.index[child] ?? 0, walk);
  }
}

function enter(at: number, walk: Walk): void {
  walk.index[at] = walk.counter;
  walk.low[at] = walk.counter++;
  walk.open.push(at);
}

function nextChild(at: number, walk: Walk): number | null {
  const edge = walk.next[at] ?? 0;
  if (edge >= (walk.edges.starts[at + 1] ?? 0)) return null;
  walk.next[at] = edge + 1;
  return walk.edges.items[edge] ?? null;
}

/** When all below `at` is seen: close its group if it is the group's root, and tell the parent how far back it reaches. */
function leave(at: number, parent: number | undefined, walk: Walk): void {
  const reach = walk.low[at] ?? 0;
  if (parent !== undefined) lower(parent, reach, walk);
  if (reach !== walk.index[at]) return;
  const members = walk.open.splice(walk.open.lastIndexOf(at));
  for (const member of members) walk.group[member] = walk.groups.length;
  walk.groups.push(members);
}

function lower(at: number, reach: number, walk: Walk): void {
  if (reach < (walk.low[at] ?? 0)) walk.low[at] = reach;
}
