/** Times and durations as people read them. */
import { isoSeconds } from '../../core/dates.ts';
import type { Screen } from '../screen.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `12 s`, `2 min`, `1 h 58 m`, `3 d 4 h`; never negative. */
export function duration(milliseconds: number): string {
  const span = Math.max(0, milliseconds);
  if (span < MINUTE) return `${String(Math.floor(span / 1000))} s`;
  if (span < HOUR) return `${String(Math.floor(span / MINUTE))} min`;
  if (span < 2 * DAY) return pair(Math.floor(span / HOUR), 'h', Math.floor((span % HOUR) / MINUTE), 'm');
  return pair(Math.floor(span / DAY), 'd', Math.floor((span % DAY) / HOUR), 'h');
}

/** For a terminal `16:40 (local)`, with the date unless it is today; for a pipe the UTC form. */
export function moment(time: Date, screen: Screen): string {
  if (!screen.terminal) return isoSeconds(time);
  const there = parts(time, screen.timeZone);
  const today = parts(screen.now, screen.timeZone);
  return there.date === today.date ? `${there.clock} (local)` : `${there.date} ${there.clock} (local)`;
}

/** The time of day alone, `12:01`: local on a terminal, UTC in a pipe. */
export function clock(time: Date, screen: Screen): string {
  return parts(time, screen.terminal ? screen.timeZone : 'UTC').clock;
}

/** The day alone, `2025-08-12`: local on a terminal, UTC in a pipe. */
export function day(time: Date, screen: Screen): string {
  return parts(time, screen.terminal ? screen.timeZone : 'UTC').date;
}

function pair(many: number, unit: string, few: number, smaller: string): string {
  return few === 0 ? `${many} ${unit}` : `${many} ${unit} ${few} ${smaller}`;
}

/** The machine's own zone and UTC are read off the date: making a formatter takes longer than most answers. */
function parts(time: Date, timeZone: string | null): { date: string; clock: string } {
  const wall = timeZone === 'UTC' ? time.toISOString() : timeZone === null ? localIso(time) : zonedIso(time, timeZone);
  return { date: wall.slice(0, 10), clock: wall.slice(11, 16) };
}

function localIso(time: Date): string {
  return new Date(time.getTime() - time.getTimezoneOffset() * MINUTE).toISOString();
}

function zonedIso(time: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(time);
}
