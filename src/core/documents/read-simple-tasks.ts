/**
 * Task files in simple YAML whose fields all have the right form, as most are: read without all that other documents, other
 * YAML and words for faults need. null where only these can tell (read-file.ts).
 */
import type { Task } from '../model.ts';
import type { Problem } from '../problem/problem.ts';
import type { TaskDocument } from '../schemas/types.ts';
import { fitsTask } from '../schemas/task-forms.js';
import { findConflictMarker } from './conflict-sides.ts';
import { cutQueue } from './cut-queue.ts';
import type { TaskLines } from './cut-queue.ts';
import { readSimpleYaml } from './read-simple-yaml.ts';
import { plainSource } from './source-text.ts';
import { taskOfDocument } from './task-of-document.ts';
import { isRecord } from './with-value.ts';

export interface TasksOfFile {
  readonly file: string;
  readonly tasks: readonly Task[];
  /** Of a queue: what was read for each. */
  readonly lines?: readonly string[];
  readonly problems: readonly Problem[];
}

/** What `readFile` makes of a file under tasks/. */
export function readSimpleTasks(file: string, text: string): TasksOfFile | null {
  const queue = cutQueue(text);
  if (queue !== null) return readTaskLines(file, queue);
  if (findConflictMarker(text) !== null) return null;
  const value = readSimpleYaml(text);
  if (!isTask(value)) return null;
  const { task, problems } = taskOfDocument(value, [], plainSource(file), 'medium');
  return { file, tasks: task ? [task] : [], problems };
}

/** The same with some of the tasks of a queue. */
export function readTaskLines(file: string, queue: readonly TaskLines[]): TasksOfFile | null {
  const source = plainSource(file);
  const readings = queue.map(({ yaml, pointer, priority }) => {
    const list = readSimpleYaml(yaml);
    const [item] = isRecord(list) ? (Object.values(list)[0] as readonly unknown[]) : [];
    return isTask(item) ? taskOfDocument(item, pointer, source, priority) : null;
  });
  if (readings.includes(null)) return null;
  const found = readings.filter((reading) => reading !== null);
  return { file, tasks: found.flatMap(({ task }) => task ?? []), problems: found.flatMap(({ problems }) => problems), lines: queue.map(({ yaml }) => yaml) };
}

/** A queue is none: it has no id. */
function isTask(value: unknown): value is TaskDocument {
  return fitsTask(value);
}
