/** A dependency that no file defines is not satisfied, so the task can never become ready. */
import type { Workspace } from '../documents/workspace.ts';
import type { TaskGraph } from '../graph/task-graph.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { fieldOf } from './field-of.ts';
import { suggestFrom } from './suggest.ts';

export function findMissingDependencies(_: Workspace, graph: TaskGraph): Problem[] {
  const suggest = suggestFrom(() => graph.tasks.map(({ id }) => id));
  return graph.missing.flatMap(({ task: position, index, id: dependency }) => {
    const task = graph.tasks[position];
    if (task === undefined) return [];
    const place = fieldOf(task.place, 'dependencies', index, 'id');
    return [problem('missing-dependency', place, { id: task.id, dependency, nearest: suggest(dependency) })];
  });
}
