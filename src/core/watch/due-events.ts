/** What is due at a moment, by what stood there then: each told at the instant from which on it is. */
import type { Standing } from './standing.ts';
import type { WatchEvent } from './event.ts';

/** Whether an instant is in question: asked before an event is made, for of 10,000 deadlines few ever are. */
type IsMeant = (instant: number) => boolean;

/** What came due from one instant on and before another, and is still so. */
export function dueEvents(standing: Standing, from: number, until: number): WatchEvent[] {
  const isMeant: IsMeant = (instant) => instant >= from && instant < until;
  return [...expiredClaims(standing, isMeant), ...nearDeadlines(standing, isMeant), ...overdueBlockers(standing, isMeant), ...overdueFeedback(standing, isMeant)];
}

function expiredClaims({ claims, tasks }: Standing, isMeant: IsMeant): WatchEvent[] {
  return Object.entries(claims).flatMap(([key, { id, agent, token, state, since, expires }]) => {
    if (state !== 'held' || !isMeant(expires)) return [];
    return [{ event: 'claim.expired', at: expires, key: `claim.expired:${id}:${token}:${expires}`, commit: null, task: id, title: tasks[key]?.title ?? '', agent, since }];
  });
}

function nearDeadlines({ tasks, calendar }: Standing, isMeant: IsMeant): WatchEvent[] {
  return Object.values(tasks).flatMap(({ id, title, agent, due }) =>
    due === null ? [] : calendar.windows.filter((window) => isMeant(due - window)).map((window): WatchEvent => ({ event: 'deadline.near', at: due - window, key: `deadline.near:${id}:${due}:${window}`, commit: null, task: id, title, agent, due })),
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
