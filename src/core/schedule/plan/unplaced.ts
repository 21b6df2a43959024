/** What no plan can hold, and why. */
import type { Task } from '../../model.ts';

export interface Unplaced {
  readonly task: Task;
  readonly why: 'missing' | 'cycle' | 'ambiguous' | 'settings' | 'gate' | 'behind' | 'too-long';
  /** What it waits for that is not there or cannot be placed itself; the tasks of the circle; the gate. */
  readonly ids: readonly string[];
}
