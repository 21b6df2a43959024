/**
 * Orders of a small plan, one after another, leaving out those that cannot be better than what is known (depth first,
 * with bounds). Who places each task as soon as it may start, in every order, meets the best schedule; and it is enough
 * to place tasks by their beginning, and none that begins when another one could already be done.
 */
import { listOf } from '../../graph/task-graph.ts';
import type { Schedule } from './list-schedule.ts';
import { ANYONE, NOBODY } from './project.ts';
import type { Project } from './project.ts';
import { chainsOf } from './urgency.ts';
import { isBetter } from './worth.ts';
import type { Worth } from './worth.ts';

export interface Searched {
  /** Better than what was known; null: none was found. */
  readonly schedule: Schedule | null;
  /** Every order was looked at, or left out for good. */
  readonly isComplete: boolean;
}

const MOST_ACTIVITIES = 24;
const MOST_STEPS = 8_000;

interface Step {
  readonly at: number;
  readonly member: number;
  readonly start: number;
  readonly end: number;
}

interface Search {
  readonly project: Project;
  /** By activity: the longest chain of work that begins with it; those that may not go on beside it. */
  readonly chains: Float64Array;
  readonly apart: readonly (readonly number[])[];
  readonly placed: Step[];
  readonly byActivity: (Step | undefined)[];
  /** By member: when free. */
  readonly free: number[];
  best: Worth;
  kept: readonly Step[] | null;
  steps: number;
}

export function searchOrders(project: Project, known: Worth): Searched {
  const { activities, crew, start, limit } = project;
  // What is held takes its seat whatever the limit, so that it matters who sat down first.
  const isTooMuch = activities.length > MOST_ACTIVITIES || (limit < crew.length && activities.some(({ underway }) => underway));
  if (isTooMuch) return { schedule: null, isComplete: false };
  const apart = activities.map((_, at) => [...activities.keys()].filter((other) => other !== at && mayNotMeet(project, at, other)));
  const search: Search = { project, chains: chainsOf(project), apart, placed: [], byActivity: [], free: crew.map(() => start), best: known, kept: null, steps: 0 };
  visit(search, { late: 0, finish: start });
  return { schedule: search.kept === null ? null : scheduleOf(search.kept), isComplete: search.steps < MOST_STEPS };
}

function mayNotMeet({ exclusions }: Project, one: number, other: number): boolean {
  const occupation = exclusions.begin();
  occupation.take(one, 0);
  return occupation.last(other) === one;
}

/** `so`: of what is placed. */
function visit(search: Search, so: Worth): void {
  const { project, placed, chains } = search;
  if (placed.length === project.activities.length) {
    if (isBetter(so, search.best)) [search.best, search.kept] = [so, [...placed]];
    return;
  }
  const open = possible(search);
  if (!isBetter({ late: so.late, finish: Math.max(so.finish, leastFinish(search, open)) }, search.best)) return;
  const firstEnd = open.reduce((first, { end }) => Math.min(first, end), Infinity);
  const last = placed.at(-1);
  const isInOrder = ({ at, start }: Step): boolean => last === undefined || start > last.start || (start === last.start && at > last.at);
  const next = open.filter((step) => (step.start < firstEnd || step.end === firstEnd) && isInOrder(step));
  for (const step of next.sort((one, other) => one.start - other.start || (chains[other.at] ?? 0) - (chains[one.at] ?? 0))) {
    if (search.steps >= MOST_STEPS) return;
    search.steps++;
    take(search, step, so);
  }
}

function take(search: Search, step: Step, so: Worth): void {
  const { placed, byActivity, free, project } = search;
  const { at, member, end } = step;
  const before = free[member];
  placed.push(step);
  byActivity[at] = step;
  if (before !== undefined) free[member] = end;
  visit(search, { late: so.late + Math.max(0, end - (project.activities[at]?.due ?? Infinity)), finish: Math.max(so.finish, end) });
  if (before !== undefined) free[member] = before;
  byActivity[at] = undefined;
  placed.pop();
}

/** By the chains that begin with what may come next. */
function leastFinish({ chains }: Search, open: readonly Step[]): number {
  const starts = new Map<number, number>();
  for (const { at, start } of open) starts.set(at, Math.min(start, starts.get(at) ?? Infinity));
  return [...starts].reduce((least, [at, start]) => Math.max(least, start + (chains[at] ?? 0)), 0);
}

/** Everything that may be placed next, with whoever may do it, as soon as that is possible. */
function possible({ project, placed, byActivity, free, apart }: Search): Step[] {
  const { activities, before, crew, start } = project;
  const seat = seatFree(project, placed);
  const held = new Set(activities.flatMap(({ underway, who }, at) => (underway && !byActivity[at] ? [who] : [])));
  return activities.flatMap(({ who, work, earliest, underway }, at) => {
    const waits = listOf(before, at);
    if (byActivity[at] || waits.some((other) => !byActivity[other])) return [];
    const from = [...waits, ...(apart[at] ?? [])].reduce((latest, other) => Math.max(latest, byActivity[other]?.end ?? 0), Math.max(start, earliest));
    const members = (who === ANYONE ? [...crew.keys()] : [who]).filter((member) => underway || member === NOBODY || !held.has(member));
    return members.map((member) => {
      const calendar = crew[member]?.calendar;
      const ready = Math.max(from, free[member] ?? 0, member === NOBODY || underway ? 0 : seat);
      const begin = calendar && work > 0 ? calendar.next(ready) : ready;
      return { at, member, start: begin, end: (calendar ?? project.calendar).end(begin, work) };
    });
  });
}

/** When fewer than the limit are at work. */
function seatFree({ limit, crew, start }: Project, placed: readonly Step[]): number {
  if (limit >= crew.length) return start;
  const ends = placed.flatMap(({ member, end }) => (member === NOBODY ? [] : [end])).sort((one, other) => other - one);
  return ends[limit - 1] ?? start;
}

function scheduleOf(steps: readonly Step[]): Schedule {
  const schedule = { start: new Float64Array(steps.length), end: new Float64Array(steps.length), who: new Int32Array(steps.length), order: Int32Array.from(steps, ({ at }) => at) };
  for (const { at, member, start, end } of steps) {
    schedule.start[at] = start;
    schedule.end[at] = end;
    schedule.who[at] = member;
  }
  return schedule;
}
