import type { Task } from '../core/model.ts';
import { nearestOf } from '../core/nearest.ts';
import { done, refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import { unreadableRecord } from './unreadable-record.ts';
import type { View } from './view.ts';

/** A task by its id; where there is none, the nearest ones, or the broken file that should hold it. */
export function findTask(view: View, id: string): Result<Task> {
  const task = view.task(id);
  if (task !== null) return done(task);
  return unreadableRecord(view, 'tasks', (file) => isFileOf(file, id), id) ?? refused('no-such-task', { id, nearest: nearestOf(id, view.ids(), 3) });
}

function isFileOf(file: string, id: string): boolean {
  const name = (file.split('/').at(-1) ?? '').replace(/\.ya?ml$/i, '');
  return name.toLowerCase() === id.toLowerCase();
}
