/** Changes fields of one task in the text of its file, wherever it stands there, and refuses what would break the file. */
import type { Task } from '../model.ts';
import { refused } from '../problem/refusal.ts';
import type { Result } from '../problem/refusal.ts';
import { unlessBroken } from './edit-record.ts';
import type { RecordFields, RecordText } from './edit-record.ts';
import { editYaml } from './edit-yaml.ts';
import { readFile } from './read-file.ts';

export type TaskFields = RecordFields;

/** `fieldsFor` sees the task as the file has it. Answers the new text. */
export function editTask({ file, text, folder }: RecordText, id: string, fieldsFor: (task: Task) => TaskFields): Result<string> {
  const before = readFile(file, text, folder);
  const task = before.tasks?.find((candidate) => candidate.id.toLowerCase() === id.toLowerCase());
  if (task === undefined) return refused('edit-refused', { file, reason: `${id} is not in it any more, or cannot be read` });
  const pointer = task.place.pointer ?? [];
  const edited = editYaml(text, Object.entries(fieldsFor(task)).map(([name, value]) => ({ pointer: [...pointer, name], value })));
  return edited.ok ? unlessBroken(edited.text, before, folder) : refused('edit-refused', { file, reason: edited.reason });
}
