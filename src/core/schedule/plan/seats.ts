/** How many may be at work at once (`limits.agents`): a task keeps its seat from its beginning to its end, nights among it. */
import { createHeap } from './heap.ts';

export interface Seats {
  /** When fewer than the limit are at work; -Infinity: they always were. */
  free(): number;
  /** The activity that ends then; -1: none. */
  last(): number;
  take(activity: number, until: number): void;
}

export function createSeats(limit: number): Seats {
  // The latest ends, as many as may be at work: before the first of these nobody else begins.
  const ends = createHeap();
  const isFull = (): boolean => ends.size >= limit;
  return {
    free: () => (isFull() ? ends.key : -Infinity),
    last: () => (isFull() ? ends.item : -1),
    take(activity, until) {
      if (limit === Infinity) return;
      ends.push(until, activity);
      if (ends.size > limit) ends.pop();
    },
  };
}
