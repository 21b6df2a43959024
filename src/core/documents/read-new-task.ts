/** A task that was just printed: what reading its file gives, without reading it where no sign in it means anything but itself. */
import { fitsTask } from '../schemas/task-forms.js';
import type { TaskDocument } from '../schemas/types.ts';
import { readFile } from './read-file.ts';
import type { FileReading } from './read-file.ts';
import { plainSource } from './source-text.ts';
import { taskOfDocument } from './task-of-document.ts';

/** `text`: what `printTask` made of the fields. Thousands at once are imported. */
export function readNewTask(file: string, text: string, fields: unknown, folder: string): FileReading {
  if (text.includes('\\') || !isTask(fields)) return readFile(file, text, folder);
  const { task, problems } = taskOfDocument(fields, [], plainSource(file), 'medium');
  return { file, tasks: task ? [task] : [], problems };
}

function isTask(value: unknown): value is TaskDocument {
  return fitsTask(value);
}
