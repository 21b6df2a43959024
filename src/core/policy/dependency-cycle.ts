/** Tasks that wait for each other in a circle: none of them can ever start. */
import type { Workspace } from '../documents/workspace.ts';
import { findCycles } from '../graph/cycles.ts';
import type { TaskGraph } from '../graph/task-graph.ts';
import type { Place } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { fieldOf } from './field-of.ts';

export function findDependencyCycles(_: Workspace, graph: TaskGraph): Problem[] {
  return findCycles(graph)
    .filter((cycle) => cycle.length > 1)
    .flatMap((cycle) => describeCycle(graph, fromFirst(cycle)));
}

/** The same circle, begun at the task that stands first in the files. */
function fromFirst(cycle: readonly number[]): number[] {
  const start = cycle.reduce((best, position, index) => (position < (cycle[best] ?? position) ? index : best), 0);
  return [...cycle.slice(start), ...cycle.slice(0, start)];
}

function describeCycle(graph: TaskGraph, cycle: readonly number[]): Problem[] {
  const tasks = cycle.flatMap((position) => graph.tasks[position] ?? []);
  const hops = [...tasks, ...tasks.slice(0, 1)].map(({ id }) => id);
  const places = tasks.map((task, index): Place => {
    const next = hops[index + 1]?.toLowerCase();
    const at = task.dependencies.findIndex(({ id }) => id.toLowerCase() === next);
    return fieldOf(task.place, 'dependencies', Math.max(0, at), 'id');
  });
  const [first] = places;
  return first ? [problem('dependency-cycle', first, { hops, places })] : [];
}
