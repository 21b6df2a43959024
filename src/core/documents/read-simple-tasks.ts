/** A task file in simple YAML, as most are: read without all that other documents and other YAML need. */
import { CONFLICT_MARKER } from './conflict-sides.ts';
import type { FileReading } from './read-file.ts';
import { readTasks } from './read-queue.ts';
import { readSimpleYaml } from './read-simple-yaml.ts';
import { plainSource } from './source-text.ts';

/** What `readFile` makes of a file under tasks/; null where only that can tell. */
export function readSimpleTasks(file: string, text: string): FileReading | null {
  if (CONFLICT_MARKER.test(text)) return null;
  const value = readSimpleYaml(text);
  return value === undefined ? null : { file, ...readTasks(value, plainSource(file)) };
}
