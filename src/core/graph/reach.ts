/** How many open tasks wait for each open task, directly or through other open ones; those in or behind a cycle are not counted. */
import { isOpen } from '../model.ts';
import type { Layers } from './layers.ts';
import type { Lists, TaskGraph } from './task-graph.ts';

/** Tasks counted in one pass, one bit each. */
const WORDS = 32;

/** Exact counts by sets of bits: a pass over the open tasks, in the order of `layers`, for every 1,024 of them. 0 for closed ones. */
export function openDependents({ tasks, dependents }: Pick<TaskGraph, 'tasks' | 'dependents'>, { order }: Layers): Int32Array {
  const open = order.filter((at) => tasks[at] !== undefined && isOpen(tasks[at]));
  const places = new Int32Array(tasks.length).fill(-1);
  open.forEach((at, place) => (places[at] = place));
  const bits = new Int32Array(open.length * WORDS);
  const counts = new Int32Array(tasks.length);
  for (let first = 0; first < open.length; first += WORDS * 32) {
    const end = Math.min(first + WORDS * 32, open.length);
    bits.fill(0);
    for (let place = first; place < end; place++) mark(place, place - first, bits);
    // What comes later in the order than this block's last member cannot have a member waiting for it.
    for (let place = end - 1; place >= 0; place--) {
      const at = open[place] ?? 0;
      gather(at, dependents, places, bits);
      counts[at] = (counts[at] ?? 0) + size(place, bits);
    }
  }
  // Each task's own bit was counted with the rest.
  for (const at of open) counts[at] = (counts[at] ?? 0) - 1;
  return counts;
}

function mark(place: number, bit: number, bits: Int32Array): void {
  const word = place * WORDS + (bit >> 5);
  bits[word] = (bits[word] ?? 0) | (1 << (bit & 31));
}

function gather(at: number, { starts, items }: Lists, places: Int32Array, bits: Int32Array): void {
  const own = (places[at] ?? 0) * WORDS;
  for (let edge = starts[at] ?? 0; edge < (starts[at + 1] ?? 0); edge++) {
    const other = (places[items[edge] ?? 0] ?? -1) * WORDS;
    if (other < 0) continue;
    for (let word = 0; word < WORDS; word++) bits[own + word] = (bits[own + word] ?? 0) | (bits[other + word] ?? 0);
  }
}

function size(place: number, bits: Int32Array): number {
  let count = 0;
  for (let word = place * WORDS; word < (place + 1) * WORDS; word++) count += ones(bits[word] ?? 0);
  return count;
}

function ones(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
