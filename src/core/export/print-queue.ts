/** Tasks as a queue in three lists, the form people write by hand: put into a file under tasks/, it says the same. */
import { printValue } from '../documents/print-scalar.ts';
import { PRIORITIES } from '../model.ts';
import type { Priority, Task } from '../model.ts';
import { taskFields } from './task-fields.ts';

export function printQueue(tasks: readonly Task[]): string {
  return ['task_queue:', ...PRIORITIES.map((priority) => printList(priority, tasks))].join('\n');
}

function printList(priority: Priority, tasks: readonly Task[]): string {
  const own = tasks.filter((task) => task.priority === priority);
  return own.length === 0 ? `  ${priority}_priority: []` : [`  ${priority}_priority:`, ...own.map(printItem)].join('\n');
}

/** Dependencies are named though there are none: that a task waits for nothing is worth seeing. */
function printItem(task: Task): string {
  const fields = { ...taskFields(task), ...(task.dependencies.length === 0 ? { dependencies: [] } : {}) };
  return `    - ${Object.entries(fields).map(([name, value]) => `${name}: ${printValue(value)}`).join('\n      ')}\n`;
}
