/** An id stands for one task in all files, ignoring case: ids become file names, and some file systems ignore it too. */
import type { Workspace } from '../documents/workspace.ts';
import type { TaskGraph } from '../graph/task-graph.ts';
import type { Place } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { fieldOf } from './field-of.ts';

export function findDuplicateIds({ tasks }: Workspace, graph: TaskGraph): Problem[] {
  // The graph has taken the first of each.
  if (graph.tasks.length === tasks.length) return [];
  const firsts = new Map<string, Place>();
  const found: Problem[] = [];
  for (const task of tasks) {
    const place = fieldOf(task.place, 'id');
    const key = task.id.toLowerCase();
    const first = firsts.get(key);
    if (first) found.push(problem('duplicate-id', place, { id: task.id, first }));
    else firsts.set(key, place);
  }
  return found;
}
