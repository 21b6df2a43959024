/**
 * The schedule that is kept: the best of a bounded number of passes. A few rules give the first ones; then the best is
 * laid against its end, from the last task backwards, and run forwards again in that order, as long as this helps
 * (forward-backward improvement); then its order is shaken a little, by chance that is always the same; and where the
 * plan is small, orders are searched until none is left that could be better.
 */
import { chance } from './chance.ts';
import { climb } from './climb.ts';
import { listSchedule } from './list-schedule.ts';
import type { Schedule } from './list-schedule.ts';
import type { Project, Trial } from './project.ts';
import { searchOrders } from './search-orders.ts';
import { keepHeldFirst, places, urgencies } from './urgency.ts';
import { isBetter, leastFinish, worthOf } from './worth.ts';
import type { Worth } from './worth.ts';

export interface Levelled extends Worth {
  readonly schedule: Schedule;
  /** Nothing that keeps all rules ends before this. */
  readonly least: number;
}

/** Of more activities, what follows the rules and their improvement could try too little to find anything. */
const LARGE = 1000;
/** Activities placed by shaking, all passes together. */
const SHAKEN = 30_000;
const MOST_SHAKES = 200;
/** The same for steps that move one task. */
const CLIMBED = 60_000;
const MOST_STEPS = 1000;
const MOST_ROUNDS = 4;
const SEED = 17;

export function level(project: Project): Levelled {
  const least = leastFinish(project);
  const count = Math.max(1, project.activities.length);
  const random = chance(SEED);
  const isBest = ({ late, finish }: Found): boolean => late === 0 && finish <= least;
  let best = urgencies(project)
    .map((urgency) => found(project, listSchedule(project, urgency)))
    .reduce(better);
  for (let round = 0; round < (count > LARGE ? 1 : MOST_ROUNDS) && !isBest(best); round++) {
    const next = found(project, listSchedule(project, forwardBackward(project, best.schedule)));
    if (!isBetter(next, best)) break;
    best = next;
  }
  if (count > LARGE) return { ...best, least };
  const shakes = Math.min(MOST_SHAKES, Math.floor(SHAKEN / count));
  for (let shake = 0; shake < shakes && !isBest(best); shake++) best = better(best, found(project, listSchedule(project, shaken(project, best.schedule, random))));
  const steps = Math.min(MOST_STEPS, Math.floor(CLIMBED / count));
  if (!isBest(best)) best = better(best, found(project, climb(project, best.schedule, { steps, goal: least, random })));
  const searched = isBest(best) || best.schedule.end.includes(Infinity) ? null : searchOrders(project, best);
  if (searched?.schedule) best = better(best, found(project, searched.schedule));
  return { ...best, least: searched?.isComplete && best.late === 0 ? best.finish : least };
}

type Found = Worth & { readonly schedule: Schedule };

function found(project: Project, schedule: Schedule): Found {
  return { schedule, ...worthOf(project, schedule) };
}

/** The earlier of equals: the rules stand in the order in which they are liked. */
function better(one: Found, other: Found): Found {
  return isBetter(other, one) ? other : one;
}

/** When each would begin if all were done as late as the end allows: who has to begin soonest is the most urgent. */
function forwardBackward(project: Project, { end }: Schedule): Float64Array {
  const backwards = listSchedule(mirrored(project), end.map((time) => -time));
  return keepHeldFirst(project, backwards.end.map((time) => -time));
}

/** Time runs the other way; hours and days are left out of it, as only the order counts. */
function mirrored(project: Project): Trial {
  const { columns, crew, before, after } = project;
  return {
    ...project,
    start: 0,
    calendar: AROUND_THE_CLOCK,
    crew: crew.map((member) => ({ ...member, calendar: AROUND_THE_CLOCK })),
    columns: { ...columns, earliest: new Float64Array(columns.earliest.length) },
    before: after,
    after: before,
  };
}

const AROUND_THE_CLOCK = { next: (from: number): number => from, end: (from: number, work: number): number => from + work, begin: (by: number, work: number): number => by - work, between: (from: number, to: number): number => to - from };

/** Each moves by chance, most of them a little and some far. */
function shaken(project: Project, { order }: Schedule, random: () => number): Float64Array {
  const count = order.length;
  const reach = random() * random() * count;
  return keepHeldFirst(project, places(order).map((place) => place + (random() - 0.5) * reach));
}
