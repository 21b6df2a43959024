/** A task that waits for itself waits for ever. */
import type { Workspace } from '../documents/workspace.ts';
import type { Task } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { fieldOf } from './field-of.ts';

export function findSelfDependencies({ tasks }: Workspace): Problem[] {
  return tasks.flatMap((task) => {
    const index = indexOfItself(task);
    return index === -1 ? [] : [problem('self-dependency', fieldOf(task.place, 'dependencies', index, 'id'), { id: task.id })];
  });
}

function indexOfItself(task: Task): number {
  const own = task.id.toLowerCase();
  return task.dependencies.findIndex(({ id }) => id.toLowerCase() === own);
}
