import { settingsOf } from '../documents/settings.ts';
import { groupBy } from '../group-by.ts';
import { isOpen } from '../model.ts';
import type { Task } from '../model.ts';
import { dueOf } from '../schedule/ranking.ts';
import type { Sight } from './sight.ts';
import type { Standing, TaskStanding } from './standing.ts';

interface Known {
  readonly before: Standing['tasks'];
  readonly isUnread: (file: string) => boolean;
  /** While something cannot be read, nobody knows that a task is no longer done or ready. */
  readonly isUncertain: boolean;
}

export function takeTasks({ workspace, readiness: { graph, satisfied, holds } }: Sight, { before, isUnread, isUncertain }: Known): Standing['tasks'] {
  const { timeZone } = settingsOf(workspace.config);
  const resolved = groupBy(workspace.blockers, ({ task }) => task.toLowerCase(), (blocker) => blocker.resolved ?? '');
  const wayOf = ({ id, dependencies }: Task): string => {
    const completed = dependencies.map((dependency) => graph.tasks[graph.byId.get(dependency.id.toLowerCase()) ?? -1]?.completed ?? '');
    return [...completed, ...(resolved.get(id.toLowerCase()) ?? [])].reduce((latest, time) => (time > latest ? time : latest), '');
  };
  const stateOf = (task: Task, at: number): TaskStanding['state'] => (task.status === 'cancelled' ? 'cancelled' : satisfied[at] === 1 ? 'done' : 'open');
  const tasks: Record<string, TaskStanding> = {};
  for (const [key, task] of Object.entries(before)) if (isUnread(task.file)) tasks[key] = task;
  graph.tasks.forEach((task, at) => {
    const { id, title, agent, kind, place } = task;
    const state = stateOf(task, at);
    const isReady = state === 'open' && isOpen(task) && holds(at).length === 0;
    const now = { id, title, agent, kind, state, isReady, way: wayOf(task), completed: task.completed ?? '', due: state === 'open' && task.deadline !== null ? finite(dueOf(task, timeZone)) : null, file: place.file };
    const key = id.toLowerCase();
    tasks[key] = isUncertain ? orAsBefore(now, before[key]) : now;
  });
  return tasks;
}

function orAsBefore(now: TaskStanding, before: TaskStanding | undefined): TaskStanding {
  if (before === undefined || now.state !== 'open') return now;
  if (before.state === 'done') return before;
  return before.isReady && !now.isReady ? { ...now, isReady: true, way: before.way } : now;
}

const finite = (instant: number): number | null => (Number.isFinite(instant) ? instant : null);
