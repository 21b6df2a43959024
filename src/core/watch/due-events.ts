/** What is due at a moment, by what stood there then: each told at the instant from which on it is. */
import type { Standing } from './standing.ts';
import type { WatchEvent } from './event.ts';

/** Whether an instant is in question: asked before an event is made, for of 10,000 deadlines few ever are. */
type IsMeant = (instant: number) => boolean;

/** What came due from one instant on and before another, and is still so. */
export function dueEvents(standing: Standing, from: number, until: number): WatchEvent[] {
  return eventsDue(standing, standing.tasks, (instant) => instant >= from && instant < until);
}

/** What was due already when it came to stand there. `tasks`: as `otherTasks` tells them. */
export function dueAtOnce(before: Standing, after: Standing, tasks: Standing['tasks']): WatchEvent[] {
  const isPast: IsMeant = (instant) => instant < after.at;
  const hasOtherWindows = String(before.calendar.windows) !== String(after.calendar.windows);
  const known = new Set(eventsDue(before, hasOtherWindows ? before.tasks : pick(before.tasks, tasks), isPast).map(({ key }) => key));
  return eventsDue(after, hasOtherWindows ? after.tasks : tasks, isPast).filter(({ key }) => !known.has(key));
}

function pick(from: Standing['tasks'], like: Standing['tasks']): Standing['tasks'] {
  return Object.fromEntries(Object.keys(like).flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]])));
}

/** `tasks`: those whose deadlines are in question. */
function eventsDue(standing: Standing, tasks: Standing['tasks'], isMeant: IsMeant): WatchEvent[] {
  return [...expiredClaims(standing, isMeant), ...nearDeadlines(tasks, standing.calendar, isMeant), ...overdueBlockers(standing, isMeant), ...overdueFeedback(standing, isMeant)];
}

function expiredClaims({ claims, tasks }: Standing, isMeant: IsMeant): WatchEvent[] {
  return Object.entries(claims).flatMap(([key, { id, agent, token, state, since, expires }]) => {
    if (state !== 'held' || !isMeant(expires)) return [];
    return [{ event: 'claim.expired', at: expires, key: `claim.expired:${id}:${token}:${expires}`, commit: null, task: id, title: tasks[key]?.title ?? '', agent, since }];
  });
}

function nearDeadlines(tasks: Standing['tasks'], { windows }: Standing['calendar'], isMeant: IsMeant): WatchEvent[] {
  return Object.values(tasks).flatMap(({ id, title, agent, due }) =>
    due === null ? [] : windows.filter((window) => isMeant(due - window)).map((window): WatchEvent => ({ event: 'deadline.near', at: due - window, key: `deadline.near:${id}:${due}:${window}`, commit: null, task: id, title, agent, due })),
  );
}

function overdueBlockers({ blockers }: Standing, isMeant: IsMeant): WatchEvent[] {
  return Object.entries(blockers).flatMap(([file, { task, severity, by, waitsOn, needed, escalation, due }]) =>
    due === null || !isMeant(due) ? [] : [{ event: 'blocker.overdue', at: due, key: `blocker.overdue:${file}:${due}`, commit: null, task, file, severity, by, waitsOn, needed, calls: escalation, due }],
  );
}

function overdueFeedback({ proposals }: Standing, isMeant: IsMeant): WatchEvent[] {
  return Object.entries(proposals).flatMap(([file, { title, reviewers, decisionMaker, due }]) =>
    due === null || !isMeant(due) ? [] : [{ event: 'feedback.due', at: due, key: `feedback.due:${file}:${due}`, commit: null, file, title, reviewers, decisionMaker }],
  );
}
