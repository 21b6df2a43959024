import { readFile } from '../../core/documents/read-file.ts';
import { recordName } from '../../core/documents/record-name.ts';
import type { Blocker } from '../../core/model.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { TextFiles } from '../ports/writer-port.ts';

/** A blocker as its file holds it now, if it is still open. */
export async function blockerToChange(files: TextFiles, file: string, folder: string): Promise<Result<{ readonly text: string; readonly blocker: Blocker }>> {
  const text = (await files.read(file)) ?? '';
  const { blocker } = readFile(file, text, folder);
  if (!blocker) return refused('unreadable-record', { id: null, file });
  return blocker.resolved === null ? done({ text, blocker }) : refused('not-open', { name: recordName(file), since: blocker.resolved });
}
