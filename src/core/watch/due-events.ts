/** What is due at a moment, by what stood there then: each told at the instant from which on it is. */
import type { Standing } from './standing.ts';
import type { WatchEvent } from './event.ts';

/** What has come due up to `at` and is still so. */
export function dueEvents(standing: Standing, at: number): WatchEvent[] {
  return [...expiredClaims(standing), ...nearDeadlines(standing), ...overdueBlockers(standing), ...overdueFeedback(standing)].filter((event) => event.at < at);
}

function expiredClaims({ claims, tasks }: Standing): WatchEvent[] {
  return Object.entries(claims).flatMap(([key, { id, agent, token, state, since, expires }]) => {
    if (state !== 'held') return [];
    return [{ event: 'claim.expired', at: expires, key: `claim.expired:${id}:${token}:${expires}`, commit: null, task: id, title: tasks[key]?.title ?? '', agent, since }];
  });
}

function nearDeadlines({ tasks, calendar }: Standing): WatchEvent[] {
  return Object.values(tasks).flatMap(({ id, title, agent, due }) =>
    due === null ? [] : calendar.windows.map((window): WatchEvent => ({ event: 'deadline.near', at: due - window, key: `deadline.near:${id}:${due}:${window}`, commit: null, task: id, title, agent, due })),
  );
}

function overdueBlockers({ blockers }: Standing): WatchEvent[] {
  return Object.entries(blockers).flatMap(([file, { task, severity, by, waitsOn, needed, escalation, due }]) =>
    due === null ? [] : [{ event: 'blocker.overdue', at: due, key: `blocker.overdue:${file}:${due}`, commit: null, task, file, severity, by, waitsOn, needed, calls: escalation, due }],
  );
}

function overdueFeedback({ proposals }: Standing): WatchEvent[] {
  return Object.entries(proposals).flatMap(([file, { title, reviewers, decisionMaker, due }]) =>
    due === null ? [] : [{ event: 'feedback.due', at: due, key: `feedback.due:${file}:${due}`, commit: null, file, title, reviewers, decisionMaker }],
  );
}
