/** Circles among tasks: one for each group of tasks that can all reach each other. */
import { components } from './components.ts';
import { listOf } from './task-graph.ts';
import type { TaskGraph } from './task-graph.ts';

/** Each cycle as positions, in the direction "waits for"; a task that waits for itself is a cycle of one. */
export function findCycles(graph: Pick<TaskGraph, 'dependencies'>): number[][] {
  const { group, groups } = components(graph.dependencies);
  return groups.flatMap((members) => {
    const [first] = members;
    if (first === undefined) return [];
    const isLoop = members.length > 1 || listOf(graph.dependencies, first).includes(first);
    return isLoop ? [shortestLoop(graph, first, group)] : [];
  });
}

/** Breadth first from `start` within its group, back to it. */
function shortestLoop(graph: Pick<TaskGraph, 'dependencies'>, start: number, group: Int32Array): number[] {
  const cameFrom = new Map<number, number>();
  const queue = [start];
  for (const at of queue) {
    for (const next of listOf(graph.dependencies, at)) {
      if (next === start) return pathTo(at, start, cameFrom);
      if (group[next] !== group[start] || cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      queue.push(next);
    }
  }
  return [start];
}

function pathTo(end: number, start: number, cameFrom: ReadonlyMap<number, number>): number[] {
  const path = [end];
  for (let at = end; at !== start; path.push(at)) at = cameFrom.get(at) ?? start;
  return path.reverse();
}
