import { loadSource } from '../measure/load-source.mjs';

/** @import { PlannedTask } from './plan-tasks.mjs' */
/** @typedef {'files' | 'queues20'} Layout one task a file as coord makes them, or 20 queue files as people write them */
/** @typedef {{ path: string, tasks: PlannedTask[] }} TaskFile `path` inside the workspace's folder */

const QUEUES = 20;
const BY_HAND = /^(?:id|task|agent|status|dependencies|phase|estimate|deadline|files|completed|notes):/;
const PRIORITIES = /** @type {const} */ (['high', 'medium', 'low']);

const { printTask } = /** @type {typeof import('../../src/core/documents/print-task.ts')} */ (await loadSource('src/core/documents/print-task.ts'));

/**
 * Which task stands in which file.
 * @param {readonly PlannedTask[]} tasks
 * @param {Layout} layout
 * @returns {TaskFile[]}
 */
export function arrange(tasks, layout) {
  if (layout === 'files') return tasks.map((task) => ({ path: `tasks/${task.id}.yaml`, tasks: [task] }));
  const size = Math.ceil(tasks.length / QUEUES);
  return Array.from({ length: QUEUES }, (_, at) => ({
    path: `tasks/queue-${String(at + 1).padStart(2, '0')}.yaml`,
    tasks: tasks.slice(at * size, (at + 1) * size),
  }));
}

/** @param {TaskFile} file @param {Layout} layout */
export function printTaskFile({ tasks }, layout) {
  return layout === 'files' ? tasks.map((task) => printTask({ ...task })).join('') : printQueue(tasks);
}

/** @param {readonly PlannedTask[]} tasks */
function printQueue(tasks) {
  const lists = PRIORITIES.map((priority) => {
    const items = tasks.filter((task) => task.priority === priority).map(printItem);
    return `  ${priority}_priority:\n${items.join('')}`;
  });
  return `task_queue:\n${lists.join('')}`;
}

/** By hand people write a few fields and no empty ones; the list gives the priority. @param {PlannedTask} task */
function printItem(task) {
  const fields = printTask({ ...task }).trimEnd().split('\n\n');
  const written = fields.filter((field) => BY_HAND.test(field) && !/^\w+:( \[\])?$/.test(field));
  return `    - ${written.join('\n').replaceAll('\n', '\n      ')}\n`;
}
