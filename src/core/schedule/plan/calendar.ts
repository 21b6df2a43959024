/**
 * When somebody works: weekly hours laid on the days of a time zone, week by week as far as is asked. All times are
 * milliseconds since 1970, lengths of work milliseconds too; what no calendar reaches is infinite.
 */
import { instantOf } from '../../dates.ts';
import { addDays, dayOf, weekdayOf } from '../../days.ts';
import type { WeekHours } from './working-hours.ts';

export interface Calendar {
  /** The first instant from this one on at which work may go on. */
  next(from: number): number;
  /** When work begun there is done. Work of no length is done where it begins, whatever the hours. */
  end(from: number, work: number): number;
  /** The latest instant at which work that is done by `by` may begin; not before the calendar's own beginning. */
  begin(by: number, work: number): number;
  /** How much can be worked from one to the other. */
  between(from: number, to: number): number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Weeks past which nothing is planned: two hundred years. */
const MOST_WEEKS = 200 * 53;

/** Stretches of work in order; `before` is the work in all of them up to each one. */
interface Stretches {
  readonly from: number[];
  readonly to: number[];
  readonly before: number[];
}

/** `start`: nothing before the week of this instant is asked for. */
export function createCalendar(hours: WeekHours, timeZone: string, start: number): Calendar {
  const stretches: Stretches = { from: [], to: [], before: [] };
  const today = dayOf(start, timeZone);
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
  let weeks = 0;
  const hasMore = (): boolean => weeks < MOST_WEEKS && addWeek(stretches, hours, addDays(monday, 7 * weeks++), timeZone);

  /** Work from the beginning of the calendar up to an instant. */
  const workUntil = (instant: number): number => {
    while ((stretches.to.at(-1) ?? -Infinity) < instant && hasMore());
    const at = lastUpTo(stretches.from, instant);
    if (at < 0) return 0;
    return (stretches.before[at] ?? 0) + Math.min(instant, stretches.to[at] ?? 0) - (stretches.from[at] ?? 0);
  };
  /** The stretch in which so much work has begun, or, for `done`, in which it is completed. */
  const stretchOf = (work: number, done: boolean): number => {
    while (worked(stretches) <= work && hasMore());
    if (worked(stretches) < work || (!done && worked(stretches) === work)) return -1;
    const at = lastUpTo(stretches.before, work);
    return done && at > 0 && stretches.before[at] === work ? at - 1 : at;
  };
  const instantAt = (work: number, done: boolean): number => {
    const at = stretchOf(work, done);
    return at < 0 ? Infinity : (stretches.from[at] ?? 0) + work - (stretches.before[at] ?? 0);
  };
  return {
    next: (from) => (from === Infinity ? from : Math.max(from, instantAt(workUntil(from), false))),
    end: (from, work) => (from === Infinity || work === 0 ? from : instantAt(workUntil(from) + work, true)),
    begin: (by, work) => (by === Infinity || work === 0 ? by : Math.max(stretches.from[0] ?? by, instantAt(Math.max(0, workUntil(by) - work), false))),
    between: (from, to) => (to === Infinity ? to : Math.max(0, workUntil(to) - workUntil(from))),
  };
}

function worked({ from, to, before }: Stretches): number {
  const last = from.length - 1;
  return last < 0 ? 0 : (before[last] ?? 0) + (to[last] ?? 0) - (from[last] ?? 0);
}

/** Position of the last number that is not greater; -1: none. */
function lastUpTo(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Clocks are asked day by day only in weeks that change them. False: the zone's clocks give no such week. */
function addWeek(stretches: Stretches, hours: WeekHours, monday: string, timeZone: string): boolean {
  const begins = midnight(monday, timeZone);
  const ends = midnight(addDays(monday, 7), timeZone);
  if (begins === null || ends === null) return false;
  const isEven = ends - begins === 7 * DAY;
  for (let index = 0; index < 7; index++) {
    const date = addDays(monday, index);
    for (const [from, to] of hours[weekdayOf(date)] ?? []) {
      if (isEven) addStretch(stretches, begins + index * DAY + from * MINUTE, begins + index * DAY + to * MINUTE);
      else addStretch(stretches, onTheClock(date, from, timeZone) ?? begins, onTheClock(date, to, timeZone) ?? begins);
    }
  }
  return true;
}

/** What begins where the last one ends goes on with it. */
function addStretch(stretches: Stretches, from: number, to: number): void {
  const { from: starts, to: ends, before } = stretches;
  const last = ends.length - 1;
  if (to <= from) return;
  if (last >= 0 && ends[last] === from) ends[last] = to;
  else {
    before.push(worked(stretches));
    starts.push(from);
    ends.push(to);
  }
}

function midnight(date: string, timeZone: string): number | null {
  return instantOf(`${date}T00:00`, timeZone);
}

function onTheClock(date: string, minute: number, timeZone: string): number | null {
  if (minute === 24 * 60) return midnight(addDays(date, 1), timeZone);
  const clock = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return instantOf(`${date}T${clock}`, timeZone);
}
