/** A task that is about to be printed: what reading its file will give, without printing and reading it where every sign in it stands for itself. */
import { fitsTask } from '../schemas/task-forms.js';
import type { TaskDocument } from '../schemas/types.ts';
import { hasEscapes } from './print-scalar.ts';
import type { Writable } from './print-scalar.ts';
import { printTask } from './print-task.ts';
import { readFile } from './read-file.ts';
import type { FileReading } from './read-file.ts';
import { plainSource } from './source-text.ts';
import { taskOfDocument } from './task-of-document.ts';

/** `fields` by their names in files. Thousands at once are imported. */
export function readNewTask(file: string, fields: Readonly<Record<string, Writable>>, folder: string): FileReading {
  if (Object.values(fields).some(hasEscapes) || !isTask(fields)) return readFile(file, printTask(fields), folder);
  const { task, problems } = taskOfDocument(fields, [], plainSource(file), 'medium');
  return { file, tasks: task ? [task] : [], problems };
}

function isTask(value: unknown): value is TaskDocument {
  return fitsTask(value);
}
