/** The days that a plan touches. */
import { addDays, dayOf, dayStart } from '../../core/days.ts';

const MOST_DAYS = 100_000;

/** From the one in which `from` lies, each with its first instant. */
export function daysBetween(from: number, to: number, timeZone: string): readonly { readonly date: string; readonly at: number }[] {
  const days: { date: string; at: number }[] = [];
  for (let date = dayOf(from, timeZone); days.length < MOST_DAYS; date = addDays(date, 1)) {
    const at = dayStart(date, timeZone);
    if (at === null || at > to) break;
    days.push({ date, at });
  }
  return days;
}
