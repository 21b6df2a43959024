/** Moves the dates of a template so that its first day falls on another one. Dates are YYYY-MM-DD. */

const DAY = 86_400_000;

/** null where the text is no real date. */
export function dayNumber(date: string): number | null {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? null : time / DAY;
}

/**
 * Where the first of these dates falls when nobody says where: where it stands, or as many whole weeks later as it takes
 * not to lie in the past, so that all days of the week stay what they are. null: there is no date.
 */
export function firstDay(dates: readonly string[], today: string): string | null {
  const [first, now] = [earliest(dates), dayNumber(today)];
  if (first === null || now === null) return null;
  return written(first + 7 * Math.max(0, Math.ceil((now - first) / 7)));
}

/** How each date is written when the earliest of `dates` becomes `start`. */
export function shifted(dates: readonly string[], start: string): (date: string) => string {
  const first = earliest(dates);
  const days = first === null ? 0 : (dayNumber(start) ?? first) - first;
  return (date) => {
    const number = dayNumber(date);
    return number === null ? date : written(number + days);
  };
}

function earliest(dates: readonly string[]): number | null {
  const first = Math.min(...dates.flatMap((date) => dayNumber(date) ?? []));
  return Number.isFinite(first) ? first : null;
}

function written(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}
