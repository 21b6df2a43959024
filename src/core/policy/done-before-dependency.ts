/**
 * A task that is done while something it waits for is not: one of the two records is wrong.
 * A cancelled dependency is no longer waited for, nor is a milestone that is reached.
 */
import type { Workspace } from '../documents/workspace.ts';
import { layersOf } from '../graph/layers.ts';
import type { TaskGraph } from '../graph/task-graph.ts';
import { listOf } from '../graph/task-graph.ts';
import { isOpen } from '../model.ts';
import { once } from '../once.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { repeatedIds, satisfiedTasks } from '../schedule/satisfied.ts';
import { fieldOf } from './field-of.ts';

export function findDoneBeforeDependency(workspace: Workspace, graph: TaskGraph): Problem[] {
  const satisfied = once(() => satisfiedTasks(workspace, graph, layersOf(graph), repeatedIds(workspace.tasks, graph)));
  return graph.tasks.flatMap((task, position) => {
    if (task.status !== 'done') return [];
    const place = fieldOf(task.place, 'status');
    return [...new Set(listOf(graph.dependencies, position))].flatMap((at) => {
      const dependency = graph.tasks[at];
      if (dependency === undefined || at === position || !isOpen(dependency) || satisfied()[at] === 1) return [];
      return [problem('done-before-dependency', place, { id: task.id, dependency: dependency.id, status: dependency.status })];
    });
  });
}
