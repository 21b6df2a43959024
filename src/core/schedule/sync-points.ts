/** When everybody comes together next, by `sync_points` of coord.yaml. */
import { instantOf } from '../dates.ts';
import { addDays, dayOf, weekdayOf } from '../days.ts';
import { settingsOf } from '../documents/settings.ts';
import type { Config } from '../model.ts';

export interface SyncPoint {
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly about: string | null;
  /** As coord.yaml says it; so are those who take part (none: everybody) and the channel. */
  readonly when: string;
  readonly agents: readonly string[];
  readonly channel: string | null;
}

const WHEN = /^(?:daily|weekly (sun|mon|tue|wed|thu|fri|sat)) (\d{1,2}:\d{2})$/;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** From yesterday on: elsewhere it may still be. A week further a weekly one comes again. */
const DAYS = Array.from({ length: 10 }, (_, index) => index - 1);

/** null where none has a time: what follows an event has none. */
export function nextSyncPoint(config: Config, now: number): SyncPoint | null {
  return nextSyncPoints(config, now)[0] ?? null;
}

/** All of them from one instant to another, first to last; at most so many. */
export function syncPointsBetween(config: Config, from: number, to: number, most: number): readonly SyncPoint[] {
  const found: SyncPoint[] = [];
  for (let after = from - 1; found.length < most; ) {
    const next = nextSyncPoints(config, after);
    const [first] = next;
    if (first === undefined || first.at > to) break;
    found.push(...next);
    after = first.at;
  }
  return found.slice(0, most);
}

/** Those that come next, all at the same time. */
function nextSyncPoints(config: Config, after: number): SyncPoint[] {
  const { timeZone } = settingsOf(config);
  const points = (config.sync_points ?? []).flatMap(({ when, about, agents, channel }) => {
    const at = nextTime(when, timeZone, after);
    return at === null ? [] : [{ at, about: about ?? null, when, agents: agents ?? [], channel: channel ?? null }];
  });
  const first = points.reduce((soonest, { at }) => Math.min(soonest, at), Infinity);
  return points.filter(({ at }) => at === first);
}

/** A sync point as a calendar keeps it. */
export interface SyncSeries {
  readonly when: string;
  readonly about: string | null;
  readonly repeats: 'daily' | 'weekly';
  /** What clocks show when it is first due, from today on: `2025-08-12T09:00`. */
  readonly first: string;
}

/** Those that have a time. */
export function syncSeries(config: Config, now: number): readonly SyncSeries[] {
  const today = dayOf(now, settingsOf(config).timeZone);
  return (config.sync_points ?? []).flatMap(({ when, about }) => {
    const [first] = localTimes(when, today, DAYS.filter((day) => day >= 0));
    return first === undefined ? [] : [{ when, about: about ?? null, repeats: when.trim().startsWith('daily') ? 'daily' as const : 'weekly' as const, first }];
  });
}

function nextTime(when: string, timeZone: string, now: number): number | null {
  const times = localTimes(when, new Date(now).toISOString().slice(0, 10), DAYS).map((local) => instantOf(local, timeZone));
  return times.find((time) => time !== null && time > now) ?? null;
}

/** What clocks show on those of these days, counted from `today`, on which it comes round. */
function localTimes(when: string, today: string, days: readonly number[]): readonly string[] {
  const [match, weekday, clock = ''] = WHEN.exec(when.trim()) ?? [];
  if (match === undefined) return [];
  const dates = days.map((day) => addDays(today, day)).filter((date) => weekday === undefined || WEEKDAYS[weekdayOf(date)] === weekday);
  return dates.map((date) => `${date}T${clock.padStart('HH:MM'.length, '0')}`);
}
