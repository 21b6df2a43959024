/** Whether a task is done on the default branch of the remote, as it was fetched last. */
import { readFile } from '../core/documents/read-file.ts';
import type { Task } from '../core/model.ts';
import type { SharedPorts } from './shared-claims.ts';
import type { View } from './view.ts';

/** The branch's name, as git spells it here; null: not done there. */
export async function doneThere({ claims, git, location }: SharedPorts, view: View, task: Task): Promise<string | null> {
  if (claims.remote === null || claims.notShared() !== null) return null;
  const branch = `${claims.remote}/${await git.defaultBranch(view.survey.config.main ?? null)}`;
  const { file } = task.place;
  const text = await git.textAt(`refs/remotes/${branch}`, file);
  const there = text === null ? [] : (readFile(file, text, location.folder).tasks ?? []);
  return there.some(({ id, status }) => id.toLowerCase() === task.id.toLowerCase() && status === 'done') ? branch : null;
}
