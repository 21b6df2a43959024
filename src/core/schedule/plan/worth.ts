/** Which of two schedules is better, and how good one can be at best. */
import { listOf } from '../../graph/task-graph.ts';
import type { Calendar } from './calendar.ts';
import type { Schedule } from './list-schedule.ts';
import { ANYONE, NOBODY } from './project.ts';
import type { Project, Trial } from './project.ts';

/** First how late all deadlines together are missed, then when all is done. */
export interface Worth {
  readonly late: number;
  readonly finish: number;
}

/** What never ends counts for nothing: it is in no plan. */
export function worthOf({ columns, start }: Trial, { end }: Pick<Schedule, 'end'>): Worth {
  let [late, finish] = [0, start];
  for (let at = 0; at < end.length; at++) {
    const ended = end[at] ?? 0;
    if (ended === Infinity) continue;
    late += Math.max(0, ended - (columns.due[at] ?? Infinity));
    finish = Math.max(finish, ended);
  }
  return { late, finish };
}

export function isBetter(one: Worth, other: Worth): boolean {
  return one.late < other.late || (one.late === other.late && one.finish < other.finish);
}

/** No schedule ends before this: the longest chain, with everybody free at once; each one's own work, one task after another; all work, by as many as may be at work. */
export function leastFinish(project: Project): number {
  const { activities, crew, before, calendar, start } = project;
  const calendars = [...new Set(crew.map((member) => member.calendar))];
  const ends = new Float64Array(activities.length);
  const loads = crew.map(() => ({ work: 0, from: Infinity }));
  let [least, seated] = [start, 0];
  activities.forEach(({ who, work, earliest, underway }, at) => {
    let from = Math.max(start, earliest);
    for (const other of listOf(before, at)) from = Math.max(from, ends[other] ?? 0);
    const begun = (one: Calendar): number => one.end(work > 0 ? one.next(from) : from, work);
    const soonest = who === ANYONE ? Math.min(...calendars.map(begun)) : begun(crew[who]?.calendar ?? calendar);
    ends[at] = soonest;
    if (soonest === Infinity) return;
    least = Math.max(least, soonest);
    if (who !== NOBODY && !underway) seated += work;
    const load = loads[who];
    if (load) {
      load.work += work;
      load.from = Math.min(load.from, from);
    }
  });
  loads.forEach(({ work, from }, member) => {
    if (work > 0) least = Math.max(least, crew[member]?.calendar.end(from, work) ?? least);
  });
  return Math.max(least, leastBySeats(project, seated));
}

/** Where hours differ, as if all worked around the clock. What is held takes no seat from others. */
function leastBySeats({ limit, crew, start }: Project, seated: number): number {
  if (limit >= crew.length) return start;
  const work = seated / limit;
  const [hours, ...others] = new Set(crew.map(({ calendar }) => calendar));
  return hours !== undefined && others.length === 0 && work > 0 ? hours.end(start, work) : start + work;
}
