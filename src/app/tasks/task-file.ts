/** Where a task of its own file stands, and whether its id is free for one. */
import type { Ports } from '../ports.ts';
import type { TextFiles } from '../ports/writer-port.ts';
import type { View } from '../view.ts';

export function taskFile(folder: string, id: string): string {
  return `${folder}/tasks/${id}.yaml`;
}

/**
 * What has the id already, a file or a ref; null: nothing. Ids are never used again: neither that of a task elsewhere,
 * nor that of a claim, whose task may be on another branch.
 */
export async function takenAlready({ claims, location }: Pick<Ports, 'claims' | 'location'>, view: View, files: TextFiles, id: string): Promise<string | null> {
  const task = view.task(id);
  if (task !== null) return task.place.file;
  const file = taskFile(location.folder, id);
  if (await files.has(file)) return file;
  return (await claims.read(id)) === null ? null : `refs/coord/tasks/${id}`;
}
