/**
 * A task that is done while something it waits for is not: one of the two records is wrong.
 * A cancelled dependency is no longer waited for.
 */
import type { Workspace } from '../documents/workspace.ts';
import type { TaskGraph } from '../graph/task-graph.ts';
import { listOf } from '../graph/task-graph.ts';
import { isOpen } from '../model.ts';
import type { Task } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { fieldOf } from './field-of.ts';

export function findDoneBeforeDependency(_: Workspace, graph: TaskGraph): Problem[] {
  const isOpenAt = (at: number): boolean => graph.tasks[at] !== undefined && isOpen(graph.tasks[at]);
  return graph.tasks.flatMap((task, position) => {
    if (task.status !== 'done' || !listOf(graph.dependencies, position).some(isOpenAt)) return [];
    const place = fieldOf(task.place, 'status');
    return dependenciesOf(graph, position)
      .filter((dependency) => dependency.id !== task.id && isOpen(dependency))
      .map(({ id, status }) => problem('done-before-dependency', place, { id: task.id, dependency: id, status }));
  });
}

function dependenciesOf(graph: TaskGraph, position: number): Task[] {
  return [...new Set(listOf(graph.dependencies, position))].flatMap((dependency) => graph.tasks[dependency] ?? []);
}
