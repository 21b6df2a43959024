/** How long tasks took, beside how long they were thought to take. */
import type { DatedTask } from '../metrics/evidence.ts';
import { secondsBetween } from '../metrics/measured.ts';
import type { Agent } from '../model.ts';
import { createCalendar } from '../schedule/plan/calendar.ts';
import type { Calendar } from '../schedule/plan/calendar.ts';
import { DEFAULT_HOURS, parseHours } from '../schedule/plan/working-hours.ts';

const MINUTE = 60;

export interface WorkTime {
  readonly task: DatedTask['task'];
  /** Minutes, as the estimate says and as it was. */
  readonly estimate: number;
  readonly actual: number;
  /** actual / estimate. */
  readonly factor: number;
}

/** Of tasks that say all of it. What was done outside of all working hours took as long as the clock says; what took less than a minute was claimed when it was done, and nobody knows. */
export function workTimes(tasks: readonly DatedTask[], agents: readonly Agent[], timeZone: string): readonly WorkTime[] {
  const begins = tasks.reduce((first, { started }) => Math.min(first, started?.first ?? Infinity), Infinity);
  const hoursOf = new Map(agents.map(({ id, more }) => [id, typeof more['hours'] === 'string' ? more['hours'] : '']));
  const calendars = new Map<string, Calendar>();
  const calendarOf = (agent: string | null): Calendar => {
    const hours = hoursOf.get(agent ?? '') ?? '';
    const known = calendars.get(hours) ?? createCalendar(parseHours(hours) ?? DEFAULT_HOURS, timeZone, begins);
    calendars.set(hours, known);
    return known;
  };
  return tasks.flatMap(({ task, started, completed }) => {
    const seconds = secondsBetween(started, completed);
    if (seconds === null || seconds < MINUTE || started === null || completed === null || !task.estimate) return [];
    const worked = calendarOf(task.agent).between(started.first, completed.first);
    const actual = (worked > 0 ? worked : seconds * 1000) / 60_000;
    return [{ task, estimate: task.estimate, actual, factor: actual / task.estimate }];
  });
}
