/** When everybody comes together next, by `sync_points` of coord.yaml. */
import { instantOf } from '../dates.ts';
import { addDays, weekdayOf } from '../days.ts';
import { settingsOf } from '../documents/settings.ts';
import type { Config } from '../model.ts';

export interface SyncPoint {
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly about: string | null;
}

const WHEN = /^(?:daily|weekly (sun|mon|tue|wed|thu|fri|sat)) (\d{1,2}:\d{2})$/;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** From yesterday on: elsewhere it may still be. A week further a weekly one comes again. */
const DAYS = Array.from({ length: 10 }, (_, index) => index - 1);

/** null where none has a time: what follows an event has none. */
export function nextSyncPoint(config: Config, now: number): SyncPoint | null {
  const { timeZone } = settingsOf(config);
  const points = (config.sync_points ?? []).flatMap(({ when, about }) => {
    const at = nextTime(when, timeZone, now);
    return at === null ? [] : [{ at, about: about ?? null }];
  });
  return points.reduce<SyncPoint | null>((first, point) => (first === null || point.at < first.at ? point : first), null);
}

function nextTime(when: string, timeZone: string, now: number): number | null {
  const [, weekday, clock = ''] = WHEN.exec(when.trim()) ?? [];
  const today = new Date(now).toISOString().slice(0, 10);
  const days = DAYS.map((day) => addDays(today, day)).filter((date) => weekday === undefined || WEEKDAYS[weekdayOf(date)] === weekday);
  const times = days.map((date) => instantOf(`${date}T${clock.padStart('HH:MM'.length, '0')}`, timeZone));
  return times.find((time) => time !== null && time > now) ?? null;
}
