/** Changes fields of one task in the text of its file, wherever it stands there, and refuses what would break the file. */
import type { Task } from '../model.ts';
import { severityOf } from '../problem/problem.ts';
import { done, refused } from '../problem/refusal.ts';
import type { Result } from '../problem/refusal.ts';
import { causedBy } from '../policy/caused-by.ts';
import { editYaml } from './edit-yaml.ts';
import type { Writable } from './print-scalar.ts';
import { readFile } from './read-file.ts';

export interface TaskText {
  readonly file: string;
  readonly text: string;
  /** The workspace's. */
  readonly folder: string;
}

/** By their names in files; null empties a field. */
export type TaskFields = Readonly<Record<string, Writable>>;

/** `fieldsFor` sees the task as the file has it. Answers the new text. */
export function editTask({ file, text, folder }: TaskText, id: string, fieldsFor: (task: Task) => TaskFields): Result<string> {
  const before = readFile(file, text, folder);
  const task = before.tasks?.find((candidate) => candidate.id.toLowerCase() === id.toLowerCase());
  if (task === undefined) return refused('edit-refused', { file, reason: `${id} is not in it any more, or cannot be read` });
  const pointer = task.place.pointer ?? [];
  const edited = editYaml(text, Object.entries(fieldsFor(task)).map(([name, value]) => ({ pointer: [...pointer, name], value })));
  if (!edited.ok) return refused('edit-refused', { file, reason: edited.reason });
  const after = readFile(file, edited.text, folder);
  const broken = causedBy(new Set(), after.problems, before.problems).own.filter((found) => severityOf(found) === 'error');
  return broken.length > 0 ? refused('would-break', { problems: broken }) : done(edited.text);
}
