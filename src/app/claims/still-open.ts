import { isOpen } from '../../core/model.ts';
import type { View } from '../view.ts';

/** Whether a task is there and neither done nor cancelled. */
export function stillOpen(view: View): (id: string) => boolean {
  return (id) => {
    const task = view.task(id);
    return task !== null && isOpen(task);
  };
}
