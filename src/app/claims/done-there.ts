/** Which tasks are done on the default branch of the remote, as it was fetched last. */
import type { Task } from '../../core/model.ts';
import type { Ports } from '../ports.ts';
import type { SharedPorts } from './shared-claims.ts';
import type { View } from '../view.ts';

/** The branch's name, as git spells it here; null: not done there. */
export async function doneThere(ports: SharedPorts, view: View, task: Task): Promise<string | null> {
  if (ports.claims.notShared() !== null) return null;
  const branch = await sharedBranch(ports, view);
  return branch !== null && (await tasksDoneAt(ports, branch, [task])).has(task.id) ? branch : null;
}

/** The remote's default branch; null: claims hold on this machine alone. */
export async function sharedBranch({ claims, git }: SharedPorts, view: View): Promise<string | null> {
  return claims.remote === null ? null : `${claims.remote}/${await git.defaultBranch(view.survey.config.main ?? null)}`;
}

/** Ids of those of these tasks that are done there, in the files that define them here. */
export async function tasksDoneAt({ git, location }: Pick<Ports, 'git' | 'location'>, branch: string, tasks: readonly Task[]): Promise<ReadonlySet<string>> {
  if (tasks.length === 0) return new Set();
  const texts = await git.textsAt(`refs/remotes/${branch}`, [...new Set(tasks.map(({ place }) => place.file))]);
  const { readFile } = await import('../../core/documents/read-file.ts');
  const there = [...texts].flatMap(([file, text]) => readFile(file, text, location.folder).tasks ?? []);
  const done = new Set(there.filter(({ status }) => status === 'done').map(({ id }) => id.toLowerCase()));
  return new Set(tasks.map(({ id }) => id).filter((id) => done.has(id.toLowerCase())));
}
