import type { Standing, TaskStanding } from './standing.ts';

/** Of tasks now, those that do not stand as they did: of 10,000 these are few. */
export function otherTasks({ tasks: before }: Standing, { tasks: after }: Standing): Standing['tasks'] {
  if (before === after) return {};
  const others: Record<string, TaskStanding> = {};
  for (const [key, task] of Object.entries(after)) if (!isSame(before[key], task)) others[key] = task;
  return others;
}

/** As far as an event may follow. */
function isSame(before: TaskStanding | undefined, { state, isReady, due }: TaskStanding): boolean {
  return before?.state === state && before.isReady === isReady && before.due === due;
}
