/**
 * Readings as they lie in the cache. Tasks stay as they are, each in a line of its own: leaving out what holds nothing made them
 * smaller by a sixth, and took longer than to print and read all of it.
 */
import type { FileReading } from '../../core/documents/read-file.ts';
import type { Task } from '../../core/model.ts';
import { crypto } from '../crypto.ts';

export interface PackedReading {
  readonly rest: Omit<FileReading, 'tasks' | 'lines'>;
  readonly tasks: readonly Task[];
  /** Of a queue that was read task by task: a name for the lines of each. */
  readonly names?: readonly string[];
}

export function packReading(reading: FileReading): PackedReading {
  const { tasks = [], lines = [], ...rest } = reading;
  return lines.length > 0 && lines.length === tasks.length ? { rest, tasks, names: lines.map(nameOfLines) } : { rest, tasks };
}

/** Two texts of the same name are the same. */
export function nameOfLines(yaml: string): string {
  return crypto().hash('sha1', yaml, 'base64');
}

export function unpackReading({ rest, tasks }: PackedReading): FileReading {
  return { ...rest, tasks };
}
