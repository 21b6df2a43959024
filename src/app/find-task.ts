import type { Task } from '../core/model.ts';
import { nearestOf } from '../core/nearest.ts';
import { severityOf } from '../core/problem/problem.ts';
import { done, refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import type { View } from './view.ts';

/** A task by its id; where there is none, the nearest ones, or the broken file that should hold it. */
export function findTask(view: View, id: string): Result<Task> {
  const task = view.task(id);
  if (task !== null) return done(task);
  const broken = view.problems.find((problem) => severityOf(problem) === 'error' && isFileOf(problem.place.file, id));
  if (broken) return refused('unreadable-record', { id, file: broken.place.file });
  return refused('no-such-task', { id, nearest: nearestOf(id, view.ids(), 3) });
}

function isFileOf(file: string, id: string): boolean {
  const name = (file.split('/').at(-1) ?? '').replace(/\.ya?ml$/i, '');
  return file.includes('/tasks/') && name.toLowerCase() === id.toLowerCase();
}
