/** An order in which every task comes after what it waits for (Kahn), and the layers of that order. */
import { listOf } from './task-graph.ts';
import type { TaskGraph } from './task-graph.ts';

export interface Layers {
  /** Positions, dependencies first. Tasks in or behind a cycle are not in it. */
  readonly order: Int32Array;
  /** Length of the longest chain of dependencies below each task; -1 in or behind a cycle. */
  readonly layer: Int32Array;
}

export function layersOf(graph: Pick<TaskGraph, 'dependencies' | 'dependents'>): Layers {
  const count = graph.dependencies.starts.length - 1;
  const open = new Int32Array(count);
  const layer = new Int32Array(count).fill(-1);
  const order = new Int32Array(count);
  let filled = 0;
  for (let at = 0; at < count; at++) {
    open[at] = listOf(graph.dependencies, at).length;
    if (open[at] === 0) {
      layer[at] = 0;
      order[filled++] = at;
    }
  }
  const reached = layer.slice();
  for (let head = 0; head < filled; head++) {
    const at = order[head] ?? 0;
    for (const next of listOf(graph.dependents, at)) {
      reached[next] = Math.max(reached[next] ?? -1, (reached[at] ?? 0) + 1);
      open[next] = (open[next] ?? 0) - 1;
      if (open[next] !== 0) continue;
      layer[next] = reached[next] ?? 0;
      order[filled++] = next;
    }
  }
  return { order: order.subarray(0, filled), layer };
}
