/** What a name stands for, a task, a decision or a path, and all around it. */
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { repositoryPath } from '../../core/repository-path.ts';
import { decisionNamed } from '../decisions/find-decision.ts';
import { findTask } from '../find-task.ts';
import type { Ports } from '../ports.ts';
import type { ShownDecision } from './show-decision.ts';
import { showPath } from './show-path.ts';
import type { PathSurroundings } from './show-path.ts';
import { showTask } from './show-task.ts';
import type { TaskNeighbourhood } from './show-task.ts';

export interface ShowAnswer {
  readonly shown: TaskNeighbourhood | PathSurroundings | ShownDecision;
  readonly problems: readonly PlacedProblem[];
}

export async function show(ports: Ports, name: string, as: string | null): Promise<Result<ShowAnswer>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  const view = opened.value;
  const { problems } = view.survey;
  const task = findTask(view, name);
  if (task.ok) return done({ shown: await showTask(ports, view, task.value, as), problems });
  const decision = decisionNamed(view, name);
  if (decision !== null) {
    // It reads the file, and what reads files is a third of all code: no other answer waits for it.
    const { showDecision } = await import('./show-decision.ts');
    return done({ shown: await showDecision(view, decision), problems });
  }
  const path = repositoryPath(ports.location.root, ports.caller.cwd, name);
  if (path !== null && (name.includes('/') || (await ports.files.has(path)))) return done({ shown: showPath(view, path), problems });
  const isLikeNone = task.refusal.code === 'no-such-task' && task.refusal.facts.nearest.length === 0;
  return isLikeNone ? refused('no-such-path', { path: name }) : task;
}
