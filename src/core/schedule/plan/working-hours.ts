/** Working hours as people write them: "mon-fri 09:00-17:00", "14:00-16:30", "mon-thu 9-12, 13-17; fri 9-13", "24/7". */

/** Minutes of a day, from 0 to 1440; the first of them is before the second. */
export type Stretch = readonly [from: number, to: number];
/** For each day from Sunday on, in order, apart from each other. */
export type WeekHours = readonly (readonly Stretch[])[];

const DAY = 24 * 60;
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const WORKING_DAYS = [1, 2, 3, 4, 5];
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
/** What an agent works of whom nothing is said: as an estimate counts a day and a week. */
export const DEFAULT_HOURS = weekOf([{ days: WORKING_DAYS, stretches: [[9 * 60, 17 * 60]] }]);

const NAME = '(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*';
const TIME = '\\d{1,2}(?::\\d{2})?';
const PIECE = new RegExp(`^(?:(?<days>${NAME})(?:\\s*[-–]\\s*(?<last>${NAME}))?|(?<word>daily|every day|weekdays|workdays)|(?<from>${TIME})\\s*[-–]\\s*(?<to>${TIME}))(?=$|[\\s,;])[\\s,;]*`);
const LONGEST = 200;

interface Clause {
  readonly days: readonly number[];
  readonly stretches: readonly Stretch[];
}

/** null for what says no hours. Times without days are those of working days. */
export function parseHours(text: string): WeekHours | null {
  const words = text.trim().toLowerCase();
  if (words.length > LONGEST) return null;
  if (words === '24/7' || words === 'always') return weekOf([{ days: EVERY_DAY, stretches: [[0, DAY]] }]);
  const clauses: { days: number[]; stretches: Stretch[] }[] = [];
  for (let rest = words; rest !== ''; ) {
    const found = PIECE.exec(rest);
    if (found === null) return null;
    rest = rest.slice(found[0].length);
    if (!addPiece(clauses, found.groups ?? {})) return null;
  }
  const isWhole = clauses.length > 0 && clauses.every(({ stretches }) => stretches.length > 0);
  return isWhole ? weekOf(clauses.map(({ days, stretches }) => ({ days: days.length === 0 ? WORKING_DAYS : days, stretches }))) : null;
}

/** Days after times begin a new clause. */
function addPiece(clauses: { days: number[]; stretches: Stretch[] }[], { days, last, word, from, to }: Readonly<Record<string, string | undefined>>): boolean {
  const latest = clauses.at(-1);
  if (from !== undefined && to !== undefined) {
    const stretch = [minuteOf(from), minuteOf(to)] as const;
    if (stretch[0] === null || stretch[1] === null || stretch[0] === stretch[1]) return false;
    const clause = latest ?? { days: [], stretches: [] };
    if (latest === undefined) clauses.push(clause);
    clause.stretches.push([stretch[0], stretch[1]]);
    return true;
  }
  const clause = latest === undefined || latest.stretches.length > 0 ? { days: [], stretches: [] } : latest;
  if (clause !== latest) clauses.push(clause);
  clause.days.push(...(days === undefined ? (word?.startsWith('w') ? WORKING_DAYS : EVERY_DAY) : daysFrom(days, last ?? days)));
  return true;
}

/** From the one to the other, also over the end of the week. */
function daysFrom(first: string, last: string): number[] {
  const from = DAYS.findIndex((day) => first.startsWith(day));
  const to = DAYS.findIndex((day) => last.startsWith(day));
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, index) => (from + index) % 7);
}

function minuteOf(time: string): number | null {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const minute = hours * 60 + minutes;
  return minutes < 60 && minute <= DAY ? minute : null;
}

/** What ends before it begins goes on over midnight. */
function weekOf(clauses: readonly Clause[]): WeekHours {
  const week: Stretch[][] = EVERY_DAY.map(() => []);
  for (const { days, stretches } of clauses) {
    for (const day of days) {
      for (const [from, to] of stretches) {
        if (from < to) week[day]?.push([from, to]);
        else {
          week[day]?.push([from, DAY]);
          if (to > 0) week[(day + 1) % 7]?.push([0, to]);
        }
      }
    }
  }
  return week.map(joined);
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const kept: [number, number][] = [];
  for (const [from, to] of [...stretches].sort(([one], [other]) => one - other)) {
    const last = kept.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (from < to) kept.push([from, to]);
  }
  return kept;
}
