/** Times on pages: in UTC, and never told from now. */
import { instantOf, isoSeconds } from '../dates.ts';
import { inline } from './markdown.ts';

/** `2025-08-10 14:00 UTC`. */
export function utcMinute(instant: number): string {
  return `${isoSeconds(new Date(instant)).slice(0, 16).replace('T', ' ')} UTC`;
}

/** A time in UTC; a date alone, or what is neither, as it is written. */
export function timeText(written: string, timeZone: string): string {
  const instant = hasTime(written) ? instantOf(written, timeZone) : null;
  return instant === null ? inline(written) : utcMinute(instant);
}

/** The day alone. */
export function dayText(written: string, timeZone: string): string {
  const instant = hasTime(written) ? instantOf(written, timeZone) : null;
  return instant === null ? inline(written) : utcMinute(instant).slice(0, 10);
}

/** A date alone means all of its day. */
export function hasTime(written: string): boolean {
  return written.trim().length > 'YYYY-MM-DD'.length;
}
