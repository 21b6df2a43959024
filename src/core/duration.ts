/** Lengths of time as people write them: "15 minutes", "4h", "1 h 30 m", "< 4 hours", "3-4 hours". */

export type Unit = 's' | 'm' | 'h' | 'd' | 'w';
type Minutes = Readonly<Record<Unit, number>>;

/** On the clock a day has 24 hours; of work a day has 8 and a week 5 days. */
const ON_THE_CLOCK: Minutes = { s: 1 / 60, m: 1, h: 60, d: 24 * 60, w: 7 * 24 * 60 };
const OF_WORK: Minutes = { s: 1 / 60, m: 1, h: 60, d: 8 * 60, w: 5 * 8 * 60 };

const UNIT: Readonly<Record<Unit, RegExp>> = {
  s: /^s(?:ecs?|econds?)?$/,
  m: /^m(?:ins?|inutes?)?$/,
  h: /^h(?:rs?|ours?)?$/,
  d: /^d(?:ays?)?$/,
  w: /^w(?:ks?|eeks?)?$/,
};
const LIMIT = /^(?:<=?|≤|under|within)\s*/;
const RANGE = /^(\d+(?:\.\d+)?)\s*([a-z]*)\s*(?:-|–|to)\s*(\d+(?:\.\d+)?)\s*([a-z]*)$/;
const SUM = /^(?:\d+(?:\.\d+)?\s*[a-z]+[\s,]*)+$/;
const PART = /(\d+(?:\.\d+)?)\s*([a-z]+)/g;
const LONGEST = 100;
/** A hundred years: what is added to a date must remain one. */
export const MOST_MINUTES = 100 * 366 * 24 * 60;

/** Minutes on the clock; a bare number counts `bare` units. null for what is no length of time, such as "Next business day". */
export function minutesOf(length: string | number, bare: Unit = 'm'): number | null {
  if (typeof length === 'number') return bounded(length * ON_THE_CLOCK[bare]);
  const words = length.trim().toLowerCase().replace(LIMIT, '');
  return words.length > LONGEST ? null : bounded(sumOf(words, ON_THE_CLOCK));
}

/** Expected work in minutes, and how much more or less it may be. */
export interface Estimate {
  readonly minutes: number;
  readonly margin: number;
}

/** A number alone is hours; of a range the middle counts. null for what says no length. */
export function readEstimate(estimate: string | number): Estimate | null {
  if (typeof estimate === 'number') return exactly(estimate * 60);
  const known = estimates.get(estimate);
  if (known !== undefined) return known;
  const read = readWords(estimate);
  if (estimates.size < MOST_KNOWN) estimates.set(estimate, read);
  return read;
}

/** The same few lengths stand in thousands of tasks. */
const estimates = new Map<string, Estimate | null>();
const MOST_KNOWN = 1000;

function readWords(estimate: string): Estimate | null {
  const words = estimate.trim().toLowerCase();
  if (words.length > LONGEST) return null;
  if (/^\d+(?:\.\d+)?$/.test(words)) return exactly(Number(words) * 60);
  const range = RANGE.exec(words);
  return range ? estimateBetween(range) : exactly(sumOf(words, OF_WORK));
}

function exactly(minutes: number | null): Estimate | null {
  return bounded(minutes) === null ? null : { minutes: minutes ?? 0, margin: 0 };
}

/** As a field says it: a number of hours, a range, or minutes where they are no whole hours. */
export function printEstimate({ minutes, margin }: Estimate): number | string {
  const [low, high] = [minutes - margin, minutes + margin];
  const isHours = Number.isInteger(low / 60) && Number.isInteger(high / 60);
  if (margin === 0) return isHours ? low / 60 : `${sixDigits(low)} min`;
  return isHours ? `${low / 60}-${high / 60} hours` : `${sixDigits(low)}-${sixDigits(high)} min`;
}

function sixDigits(number: number): number {
  return Number(number.toFixed(6));
}

function bounded(minutes: number | null): number | null {
  return minutes !== null && minutes >= 0 && minutes <= MOST_MINUTES ? minutes : null;
}

function estimateBetween(range: RegExpExecArray): Estimate | null {
  const [, low = '', lowUnit = '', high = '', highUnit = ''] = range;
  const last = unitOf(highUnit === '' ? 'h' : highUnit);
  const first = lowUnit === '' ? last : unitOf(lowUnit);
  if (first === null || last === null) return null;
  const [least, most] = [Number(low) * OF_WORK[first], Number(high) * OF_WORK[last]];
  const minutes = bounded((least + most) / 2);
  return minutes === null ? null : { minutes, margin: Math.min(minutes, Math.abs(most - least) / 2) };
}

function sumOf(words: string, minutes: Minutes): number | null {
  if (!SUM.test(words)) return null;
  let sum = 0;
  for (const [, number = '', name = ''] of words.matchAll(PART)) {
    const unit = unitOf(name);
    if (unit === null) return null;
    sum += Number(number) * minutes[unit];
  }
  return sum;
}

function unitOf(name: string): Unit | null {
  for (const unit of ['s', 'm', 'h', 'd', 'w'] as const) if (UNIT[unit].test(name)) return unit;
  return null;
}
