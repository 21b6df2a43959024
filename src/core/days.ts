/** Calendar days of a time zone. */
import { instantOf } from './dates.ts';
import { minutesOf } from './duration.ts';

const DAY = 86_400_000;

/** `2025-08-12`, so many days on. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** 0 for Sunday, 6 for Saturday. */
export function weekdayOf(date: string): number {
  return new Date(date).getUTCDay();
}

/** The first instant of a day; null where the text is no date. */
export function dayStart(date: string, timeZone: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || instantOf(date, timeZone) === null) return null;
  const before = instantOf(addDays(date, -1), timeZone);
  return before === null ? null : before + 1;
}

/** Which day it is there. */
export function dayOf(instant: number, timeZone: string): string {
  const utc = new Date(instant).toISOString().slice(0, 10);
  return [addDays(utc, 1), utc].find((date) => (dayStart(date, timeZone) ?? Infinity) <= instant) ?? addDays(utc, -1);
}

/** From Monday to Friday. */
export function workingDayBefore(date: string): string {
  const before = addDays(date, -1);
  return [0, 6].includes(weekdayOf(before)) ? workingDayBefore(before) : before;
}

/** A date (its beginning), a time, or a length of time ago such as `24h`; null where it is none of them. */
export function sinceOf(text: string, timeZone: string, now: number): number | null {
  const minutes = minutesOf(text, 'h');
  return dayStart(text.trim(), timeZone) ?? instantOf(text, timeZone) ?? (minutes === null ? null : now - minutes * 60_000);
}
