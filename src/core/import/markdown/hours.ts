/** Times of day from one to another. */

/** `14:00-16:30`; null where no two times stand there. */
export function hoursIn(text: string): string | null {
  const times = [...text.matchAll(/(\d{1,2})[:：h](\d{2})?\s*(am|pm)?|(\d{1,2})\s*(am|pm)/giu)].map(clock);
  const [from, to] = times;
  return times.length === 2 && from !== undefined && to !== undefined && from !== null && to !== null ? `${from}-${to}` : null;
}

function clock([, hour, minute, half, onlyHour, onlyHalf]: RegExpMatchArray): string | null {
  const late = (half ?? onlyHalf ?? '').toLowerCase();
  const base = Number(hour ?? onlyHour);
  const full = late === 'pm' && base < 12 ? base + 12 : late === 'am' && base === 12 ? 0 : base;
  return full > 24 ? null : `${String(full).padStart(2, '0')}:${minute ?? '00'}`;
}
