/** What no longer holds of a task that was done and is worked on again: that all of it is done, and when it was. */
import type { Task } from '../model.ts';
import type { RecordFields } from './edit-record.ts';

const OPEN: ReadonlySet<unknown> = new Set(['todo', 'in_progress', 'review', null]);

/** `fields`: what is being set; what is set by name stays. */
export function openedAgain({ status, progress, completed }: Pick<Task, 'status' | 'progress' | 'completed'>, fields: RecordFields): RecordFields {
  if (status !== 'done' || !('status' in fields) || !OPEN.has(fields['status'])) return {};
  return {
    ...(progress === 100 && !('progress' in fields) ? { progress: null } : {}),
    ...(completed !== null && !('completed' in fields) ? { completed: null } : {}),
  };
}
