/** Times on the clocks of a zone: `2025-08-12 09:00`. */
import { isTimeZone } from '../../core/dates.ts';

/** Making a formatter takes as long as using it many times. */
const formats = new Map<string, Intl.DateTimeFormat>();

export function wallTime(instant: number, timeZone: string): string {
  return formatFor(timeZone).format(instant);
}

/** A time as a record says it; a date alone, and what is no time, stay as they are. */
export function recordedTime(text: string, timeZone: string): string {
  const at = text.length > 10 ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? text : wallTime(at, timeZone);
}

export function weekdayTime(instant: number, timeZone: string): string {
  const weekday = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  const wall = wallTime(instant, timeZone);
  return `${weekday[new Date(wall.slice(0, 10)).getUTCDay()] ?? ''} ${wall}`;
}

/** An unknown zone counts as UTC, as everywhere: the zone itself is reported elsewhere. */
function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone: isTimeZone(timeZone) ? timeZone : 'UTC', dateStyle: 'short', timeStyle: 'short' });
  formats.set(timeZone, made);
  return made;
}
