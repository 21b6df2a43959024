/** Tasks as task-master keeps them. What it has no field for travels in `metadata`, which it leaves alone. */
import type { Writable } from '../documents/print-scalar.ts';
import { keptFields, toldOf } from '../import/kept-fields.ts';
import { readTaskMaster } from '../import/from-task-master.ts';
import type { Priority, Status, Task } from '../model.ts';

const STATUS: Readonly<Record<Status, string>> = { todo: 'pending', in_progress: 'in-progress', review: 'review', done: 'done', cancelled: 'cancelled' };

interface Item {
  readonly id: number;
  readonly title: string;
  readonly description: string;
  readonly status: string;
  readonly dependencies: readonly number[];
  readonly priority: Priority;
  readonly details: string;
  readonly testStrategy: string;
  readonly subtasks: readonly [];
  readonly assignee?: string;
  readonly metadata?: { readonly coord: Readonly<Record<string, Writable>> };
}

export function printTaskMaster(tasks: readonly Task[]): string {
  const numbers = numbersOf(tasks);
  const ids = new Map(tasks.map(({ id }) => [String(numbers.get(id.toLowerCase())), id]));
  const plain = tasks.map((task) => itemOf(task, numbers));
  // What the form alone gives back tells what has to travel beside it.
  const alone = readTaskMaster([{ name: '', text: printed(plain) }]).draft.tasks;
  const items = plain.map((item, at) => {
    const [task, read] = [tasks[at], alone[at]];
    const kept = task && read ? keptFields(toldOf(task), { ...read, dependencies: read.dependencies.map(({ on, label }) => ({ on: ids.get(on) ?? on, label })) }) : {};
    return Object.keys(kept).length === 0 ? item : { ...item, metadata: { coord: kept } };
  });
  return printed(items);
}

function printed(items: readonly Item[]): string {
  return JSON.stringify({ master: { tasks: items, metadata: { description: 'Made by coord export task-master' } } }, null, 2);
}

/** task-master counts: ids that are numbers already stay, the others come after them. By lower-case id. */
function numbersOf(tasks: readonly Task[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const { id } of tasks) if (/^[1-9]\d{0,8}$/.test(id)) numbers.set(id, Number(id));
  let last = Math.max(0, ...numbers.values());
  for (const { id } of tasks) if (!numbers.has(id.toLowerCase())) numbers.set(id.toLowerCase(), ++last);
  return numbers;
}

function itemOf({ id, title, status, priority, agent, dependencies, notes, acceptance }: Task, numbers: ReadonlyMap<string, number>): Item {
  return {
    id: numbers.get(id.toLowerCase()) ?? 0,
    title,
    // task-master opens no list in which a task has none.
    description: title,
    status: STATUS[status],
    dependencies: dependencies.flatMap((one) => numbers.get(one.id.toLowerCase()) ?? []),
    priority,
    details: notes ?? '',
    testStrategy: acceptance.map((criterion) => `- ${criterion}`).join('\n'),
    subtasks: [],
    ...(agent === null ? {} : { assignee: agent }),
  };
}
