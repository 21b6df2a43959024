/** Moves the dates of a template so that its first day falls on another one. Dates are YYYY-MM-DD. */

const DAY = 86_400_000;

/** null where the text is no real date. */
export function dayNumber(date: string): number | null {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? null : time / DAY;
}

/** How each date is written when the earliest of `dates` becomes `start`. */
export function shifted(dates: readonly string[], start: string): (date: string) => string {
  const first = Math.min(...dates.flatMap((date) => dayNumber(date) ?? []));
  const days = (dayNumber(start) ?? first) - first;
  return (date) => {
    const number = dayNumber(date);
    return number === null || !Number.isFinite(days) ? date : new Date((number + days) * DAY).toISOString().slice(0, 10);
  };
}
