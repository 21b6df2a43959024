/** Changes fields in the front matter of a record, and refuses what would break its file. */
import type { Pointer } from '../model.ts';
import { severityOf } from '../problem/problem.ts';
import { done, refused } from '../problem/refusal.ts';
import type { Result } from '../problem/refusal.ts';
import { causedBy } from '../policy/caused-by.ts';
import { editYaml } from './edit-yaml.ts';
import type { Writable } from './print-scalar.ts';
import { readFile } from './read-file.ts';
import type { FileReading } from './read-file.ts';
import { yamlBlock } from './yaml-block.ts';

export interface RecordText {
  readonly file: string;
  readonly text: string;
  /** The workspace's. */
  readonly folder: string;
}

/** By their names in files; null empties a field. */
export type RecordFields = Readonly<Record<string, Writable>>;

/** Answers the new text. `at`: where the record stands in the front matter, if it is not the whole of it. */
export function editRecord({ file, text, folder }: RecordText, fields: RecordFields, at: Pointer = []): Result<string> {
  const { yaml, offset } = yamlBlock(file, text);
  const edited = editYaml(yaml, Object.entries(fields).map(([name, value]) => ({ pointer: [...at, name], value })));
  if (!edited.ok) return refused('edit-refused', { file, reason: edited.reason });
  return unlessBroken(text.slice(0, offset) + edited.text + text.slice(offset + yaml.length), readFile(file, text, folder), folder);
}

/** The new text of a file, if it has no error that it had not before. */
export function unlessBroken(text: string, before: FileReading, folder: string): Result<string> {
  const after = readFile(before.file, text, folder);
  const broken = causedBy(new Set(), after.problems, before.problems).own.filter((found) => severityOf(found) === 'error');
  return broken.length > 0 ? refused('would-break', { problems: broken }) : done(text);
}
