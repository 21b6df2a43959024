/** How much later each task may begin without moving the end of the plan, while everybody keeps to its order. */
import { listOf } from '../../graph/task-graph.ts';
import type { Schedule } from './list-schedule.ts';
import { NOBODY } from './project.ts';
import type { Project } from './project.ts';
import { createSeats } from './seats.ts';

/** By activity, in milliseconds of its own working hours. */
export function slackOf(project: Project, { start, order, who }: Schedule, finish: number): Float64Array {
  const { activities, crew, after, calendar } = project;
  const slack = new Float64Array(activities.length);
  const latest = new Float64Array(activities.length);
  const following = new Float64Array(crew.length).fill(finish);
  // Backwards, what may not go on beside it is free until the first of those that come later begins.
  const occupation = project.exclusions.begin();
  const seats = createSeats(project.limit);
  for (let place = order.length - 1; place >= 0; place--) {
    const at = order[place] ?? 0;
    const member = who[at] ?? NOBODY;
    if (start[at] === Infinity) continue;
    let by = Math.min(finish, -occupation.free(at));
    for (const next of listOf(after, at)) by = Math.min(by, start[next] === Infinity ? finish : (latest[next] ?? finish));
    if (member !== NOBODY) by = Math.min(by, following[member] ?? finish, -seats.free());
    const hours = crew[member]?.calendar ?? calendar;
    const work = activities[at]?.work ?? 0;
    const begin = Math.max(start[at] ?? 0, hours.begin(by, work));
    latest[at] = begin;
    slack[at] = member === NOBODY && work === 0 ? begin - (start[at] ?? 0) : hours.between(start[at] ?? 0, begin);
    if (member !== NOBODY) {
      following[member] = begin;
      seats.take(at, -begin);
    }
    occupation.take(at, -begin);
  }
  return slack;
}
