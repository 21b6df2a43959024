/** A YAML file under tasks/: a `task_queue` of three lists, or one task. */
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import type { Pointer, Task } from '../model.ts';
import type { QueueDocument } from '../schemas/types.ts';
import { validateQueue } from '../schemas/task-validators.js';
import { conform } from './conform.ts';
import { readTask } from './read-task.ts';
import { placeIn } from './source-text.ts';
import type { Source } from './source-text.ts';
import { TASK_LISTS } from './task-lists.ts';
import { isRecord } from './with-value.ts';

export interface TasksReading {
  readonly tasks: readonly Task[];
  readonly problems: readonly Problem[];
}

export function readTasks(value: unknown, source: Source): TasksReading {
  if (value === null) return { tasks: [], problems: [] };
  if (!isRecord(value)) {
    const facts = { field: '', expected: 'a task or a task_queue', got: Array.isArray(value) ? 'a list' : 'a single value' };
    return { tasks: [], problems: [problem('schema-violation', placeIn(source)([]), facts)] };
  }
  if (!Object.hasOwn(value, 'task_queue')) {
    const { task, problems } = readTask(value, [], source, 'medium');
    return { tasks: task ? [task] : [], problems };
  }
  return readQueue(value, source);
}

function readQueue(value: Record<string, unknown>, source: Source): TasksReading {
  // The lists are read item by item, so the frame is checked with its lists emptied.
  const queue = value['task_queue'];
  const frame = { ...value, task_queue: isRecord(queue) ? Object.fromEntries(Object.entries(queue).map(([key, list]) => [key, Array.isArray(list) ? [] : list])) : queue };
  const { problems } = conform<QueueDocument>(validateQueue, frame, placeIn(source));
  const readings = TASK_LISTS.flatMap(([list, priority]) => {
    const items: unknown = isRecord(queue) ? queue[list] : null;
    const at: Pointer = ['task_queue', list];
    return Array.isArray(items) ? items.map((item: unknown, index) => readTask(item, [...at, index], source, priority)) : [];
  });
  return {
    tasks: readings.flatMap(({ task }) => (task ? [task] : [])),
    problems: [...problems, ...readings.flatMap((reading) => reading.problems)],
  };
}
