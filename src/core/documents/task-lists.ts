/** The three lists of a queue, in the order in which their tasks are told, and the priority that each stands for. */
import type { Priority } from '../model.ts';

export const TASK_LISTS = [
  ['high_priority', 'high'],
  ['medium_priority', 'medium'],
  ['low_priority', 'low'],
] as const satisfies readonly (readonly [list: string, priority: Priority])[];
