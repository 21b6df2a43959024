/** A blocker that is open on a task that is done: one of the two records is wrong. */
import { recordName } from '../documents/record-name.ts';
import type { Workspace } from '../documents/workspace.ts';
import type { TaskGraph } from '../graph/task-graph.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { fieldOf } from './field-of.ts';

export function findOpenBlockersOnDone({ blockers }: Workspace, { tasks, byId }: TaskGraph): Problem[] {
  return blockers.flatMap(({ task: id, needed, resolved, place }) => {
    const task = tasks[byId.get(id.toLowerCase()) ?? -1];
    if (resolved !== null || task?.status !== 'done') return [];
    return [problem('open-blocker-on-done', fieldOf(place, 'task'), { id: task.id, needed, blocker: recordName(place.file) })];
  });
}
