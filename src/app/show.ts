/** What a name stands for, a task or a path, and all around it. */
import { nearestOf } from '../core/nearest.ts';
import type { PlacedProblem } from '../core/problem/problem.ts';
import { severityOf } from '../core/problem/problem.ts';
import { done, refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import { repositoryPath } from '../core/repository-path.ts';
import type { Ports } from './ports.ts';
import { showPath } from './show-path.ts';
import type { PathSurroundings } from './show-path.ts';
import { showTask } from './show-task.ts';
import type { TaskNeighbourhood } from './show-task.ts';
import type { View } from './view.ts';

export interface ShowAnswer {
  readonly shown: TaskNeighbourhood | PathSurroundings;
  readonly problems: readonly PlacedProblem[];
}

export async function show(ports: Ports, name: string): Promise<Result<ShowAnswer>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  const view = opened.value;
  const task = view.task(name);
  if (task !== null) return done({ shown: await showTask(ports, view, task), problems: view.survey.problems });
  const path = repositoryPath(ports.location.root, ports.caller.cwd, name);
  if (path === null || !(name.includes('/') || (await ports.files.has(path)))) return noSuchName(view, name);
  return done({ shown: showPath(view, path), problems: view.survey.problems });
}

function noSuchName(view: View, name: string): Result<never> {
  const missing = noSuchTask(view, name);
  const isLikeNone = !missing.ok && missing.refusal.code === 'no-such-task' && missing.refusal.facts.nearest.length === 0;
  return isLikeNone ? refused('no-such-path', { path: name }) : missing;
}

/** A task may be missed because its file is broken: then that is what is said. */
export function noSuchTask(view: View, id: string): Result<never> {
  const broken = view.survey.problems.find((problem) => severityOf(problem) === 'error' && isFileOf(problem.place.file, id));
  if (broken) return refused('unreadable-record', { id, file: broken.place.file });
  return refused('no-such-task', { id, nearest: nearestOf(id, view.ids(), 3) });
}

function isFileOf(file: string, id: string): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return file.includes('/tasks/') && name.replace(/\.ya?ml$/i, '').toLowerCase() === id.toLowerCase();
}
