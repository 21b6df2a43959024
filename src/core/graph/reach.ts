/** How many open tasks wait for each task, directly or through other open ones; those in or behind a cycle are not counted. */
import { isOpen } from '../model.ts';
import type { Layers } from './layers.ts';
import { listOf } from './task-graph.ts';
import type { TaskGraph } from './task-graph.ts';

/** Tasks counted in one pass, one bit each. */
const WORDS = 32;

/** Exact counts by sets of bits: a pass over the graph for every 1,024 open tasks, in the order of `layers`. */
export function openDependents(graph: TaskGraph, { order }: Layers): Int32Array {
  const counts = new Int32Array(graph.tasks.length);
  const bits = new Int32Array(graph.tasks.length * WORDS);
  const places = Array.from(order.keys()).filter((place) => isOpenAt(graph, order[place] ?? -1));
  for (let first = 0; first < places.length; first += WORDS * 32) {
    bits.fill(0);
    const block = places.slice(first, first + WORDS * 32);
    block.forEach((place, bit) => mark(order[place] ?? 0, bit, bits));
    // What comes later in the order than this block's last member cannot have a member waiting for it.
    for (let i = block.at(-1) ?? -1; i >= 0; i--) gather(graph, order[i] ?? 0, bits, counts);
  }
  // Each task's own bit was counted with the rest.
  return counts.map((count, at) => count - (order.length > 0 && isOpenAt(graph, at) && count > 0 ? 1 : 0));
}

function isOpenAt(graph: TaskGraph, at: number): boolean {
  const task = graph.tasks[at];
  return task !== undefined && isOpen(task);
}

function mark(at: number, bit: number, bits: Int32Array): void {
  const word = at * WORDS + (bit >> 5);
  bits[word] = (bits[word] ?? 0) | (1 << (bit & 31));
}

function gather(graph: TaskGraph, at: number, bits: Int32Array, counts: Int32Array): void {
  const own = at * WORDS;
  for (const next of listOf(graph.dependents, at)) {
    if (!isOpenAt(graph, next)) continue;
    const other = next * WORDS;
    for (let word = 0; word < WORDS; word++) bits[own + word] = (bits[own + word] ?? 0) | (bits[other + word] ?? 0);
  }
  let count = 0;
  for (let word = 0; word < WORDS; word++) count += ones(bits[own + word] ?? 0);
  counts[at] = (counts[at] ?? 0) + count;
}

function ones(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
