/** Dates and times as people write them in records, to instants: milliseconds since 1970. */

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?: ?(Z|[+-]\d{2}(?::?\d{2})?))?$/i;
const DAY = 86_400_000;

/**
 * A date means the end of that day in the zone (its last millisecond); a time without an offset is one in the zone.
 * null where the text is no real calendar date. An unknown zone counts as UTC: the zone itself is reported elsewhere.
 */
export function instantOf(text: string, timeZone: string): number | null {
  const known = instantsIn(timeZone);
  const earlier = known.get(text);
  if (earlier !== undefined) return earlier;
  const instant = readInstant(text, timeZone);
  if (known.size < MOST_KNOWN) known.set(text, instant);
  return instant;
}

/** The same few days stand in thousands of tasks. By zone, of which there is mostly one. */
const instants = new Map<string, Map<string, number | null>>();
const MOST_ZONES = 16;
const MOST_KNOWN = 1000;

function instantsIn(timeZone: string): Map<string, number | null> {
  const known = instants.get(timeZone);
  if (known !== undefined) return known;
  const none = new Map<string, number | null>();
  if (instants.size < MOST_ZONES) instants.set(timeZone, none);
  return none;
}

function readInstant(text: string, timeZone: string): number | null {
  const date = DATE.exec(text.trim());
  if (date) {
    const day = utcDay(date);
    return day === null ? null : instantAt(day + DAY, timeZone) - 1;
  }
  const time = TIME.exec(text.trim());
  return time ? instantOfTime(time, timeZone) : null;
}

/** Whether it is a date or a time at all, which does not hang on the zone. */
export function isInstant(text: string): boolean {
  return instantOf(text, 'UTC') !== null;
}

/** A date without a time. */
export function isDay(text: string): boolean {
  return DATE.test(text.trim());
}

/** `2025-08-12T14:40:00Z`: the form of all times coord writes. */
export function isoSeconds(time: Date): string {
  return time.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

export function isTimeZone(name: string): boolean {
  // The usual one is known without loading what knows all.
  return name === 'UTC' || (name !== '' && formatFor(name) !== null);
}

function instantOfTime(match: RegExpExecArray, timeZone: string): number | null {
  const day = utcDay(match);
  const [hours, minutes, seconds] = [match[4], match[5], match[6] ?? '0'].map(Number) as [number, number, number];
  if (day === null || hours > 23 || minutes > 59 || seconds > 59) return null;
  const milliseconds = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  const wall = day + ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
  if (match[8] === undefined) return instantAt(wall, timeZone);
  const offset = offsetMinutes(match[8]);
  return offset === null ? null : wall - offset * 60_000;
}

/** Midnight of the day as if it were UTC; null for 30 February and the like. */
function utcDay(match: RegExpExecArray): number | null {
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(month, year)) return null;
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

function daysIn(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function offsetMinutes(text: string): number | null {
  if (text.toUpperCase() === 'Z') return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(3).replace(':', '') || '0');
  if (hours > 23 || minutes > 59) return null;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/**
 * The instant at which clocks in the zone show `wall` (given as if UTC). Where clocks show it twice, the first;
 * where they skip it, as far after the gap as it lies after the gap's beginning.
 */
function instantAt(wall: number, timeZone: string): number {
  const format = timeZone === 'UTC' ? null : formatFor(timeZone);
  if (format === null) return wall;
  const before = offsetAt(wall - DAY, format);
  const after = offsetAt(wall + DAY, format);
  if (before === after) return wall - before;
  const first = [wall - before, wall - after].sort((one, other) => one - other).find((instant) => instant + offsetAt(instant, format) === wall);
  return first ?? wall - before;
}

/** How far the zone is ahead of UTC at that instant, in milliseconds. An unknown zone counts as UTC. */
export function zoneOffset(instant: number, timeZone: string): number {
  const format = timeZone === 'UTC' ? null : formatFor(timeZone);
  return format === null ? 0 : offsetAt(instant, format);
}

function offsetAt(instant: number, format: Intl.DateTimeFormat): number {
  const whole = Math.floor(instant / 1000) * 1000;
  const part = new Map(format.formatToParts(whole).map(({ type, value }) => [type, Number(value)]));
  const read = (name: Intl.DateTimeFormatPartTypes): number => part.get(name) ?? 0;
  const shown = new Date(0);
  shown.setUTCFullYear(read('year'), read('month') - 1, read('day'));
  shown.setUTCHours(read('hour'), read('minute'), read('second'));
  return shown.getTime() - whole;
}

/** Making a format costs more than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat | null>();

function formatFor(timeZone: string): Intl.DateTimeFormat | null {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = makeFormat(timeZone);
  formats.set(timeZone, made);
  return made;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | null {
  const numbers = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'gregory', hourCycle: 'h23', ...numbers });
  } catch {
    return null;
  }
}
