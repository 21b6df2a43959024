/** A time zone as iCalendar wants it described: each change of its clocks in the years to come. Calendars that know the zone by name keep to what they know. */
import { zoneOffset } from '../../core/dates.ts';

const DAY = 86_400_000;
const WEEK = 7 * DAY;
const MINUTE = 60_000;
const YEARS_BEFORE = 1;
const YEARS_AFTER = 10;

interface Change {
  /** The first instant at which clocks show the new time. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export function vtimezone(timeZone: string, now: Date): string[] {
  const first = Date.UTC(now.getUTCFullYear() - YEARS_BEFORE, 0, 1);
  const changes = changesBetween(first, Date.UTC(now.getUTCFullYear() + YEARS_AFTER, 0, 1), timeZone);
  const initial = zoneOffset(first, timeZone);
  const kinds = [...new Set(changes.map(kindOf))].map((kind) => changes.filter((change) => kindOf(change) === kind));
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${timeZone}`,
    ...observance([{ at: first, from: initial, to: initial }]),
    ...kinds.flatMap(observance),
    'END:VTIMEZONE',
  ];
}

const kindOf = ({ from, to }: Change): string => `${from} ${to}`;

/** Changes of one kind: the first, and on which dates it comes again. Times are what clocks showed before the change. */
function observance(changes: readonly Change[]): string[] {
  const [first, ...again] = changes.map(({ at, from }) => local(at, from));
  const { from, to } = changes[0] ?? { from: 0, to: 0 };
  const kind = to > from ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${first ?? ''}`,
    `TZOFFSETFROM:${offset(from)}`,
    `TZOFFSETTO:${offset(to)}`,
    // A line each: of several on one line, readers in use take the first alone.
    ...again.map((date) => `RDATE:${date}`),
    `END:${kind}`,
  ];
}

/** No zone changes its clocks twice in a week. */
function changesBetween(first: number, last: number, timeZone: string): Change[] {
  const changes: Change[] = [];
  for (let at = first; at < last; at += WEEK) {
    const from = zoneOffset(at, timeZone);
    const to = zoneOffset(at + WEEK, timeZone);
    if (from !== to) changes.push({ at: changeWithin(at, at + WEEK, timeZone), from, to });
  }
  return changes;
}

/** To the minute. */
function changeWithin(before: number, after: number, timeZone: string): number {
  if (after - before <= MINUTE) return after;
  const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE;
  return zoneOffset(middle, timeZone) === zoneOffset(before, timeZone) ? changeWithin(middle, after, timeZone) : changeWithin(before, middle, timeZone);
}

function local(instant: number, offsetThen: number): string {
  return new Date(instant + offsetThen).toISOString().slice(0, 19).replace(/[-:]/g, '');
}

function offset(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / MINUTE);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${milliseconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
}
