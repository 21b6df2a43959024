/** A task's fields, checked and normalised. */
import type { Pointer, Priority } from '../model.ts';
import type { TaskDocument } from '../schemas/types.ts';
import { validateTask } from '../schemas/task-validators.js';
import { conform } from './conform.ts';
import { placeIn } from './source-text.ts';
import type { Source } from './source-text.ts';
import { taskOfDocument } from './task-of-document.ts';
import type { TaskReading } from './task-of-document.ts';

/** `fallback` is the priority its list in a queue gives. */
export function readTask(value: unknown, at: Pointer, source: Source, fallback: Priority): TaskReading {
  const place = placeIn(source);
  const { value: document, problems } = conform<TaskDocument>(validateTask, value, (pointer, side) => place([...at, ...pointer], side));
  if (document === null) return { task: null, problems };
  const reading = taskOfDocument(document, at, source, fallback);
  return { task: reading.task, problems: [...problems, ...reading.problems] };
}
