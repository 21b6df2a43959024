/**
 * What happened between two standings of one workspace, in a fixed order: first what the clock brought while the first one stood,
 * then what changed. Each is told once, however many looks there were on the way.
 */
import { syncPointsBetween } from '../schedule/sync-points.ts';
import { changeEvents, fileEvents } from './change-events.ts';
import { dueAtOnce, dueEvents } from './due-events.ts';
import type { WatchEvent } from './event.ts';
import { followedEvent } from './followed-event.ts';
import { otherTasks } from './other-tasks.ts';
import type { Standing } from './standing.ts';

export function eventsBetween(before: Standing, after: Standing): readonly WatchEvent[] {
  const told = new Set(before.told);
  return [...clockEvents(before, after.at), ...fileEvents(before, after), ...otherEvents(before, after)].filter((event) => isOfNow(event) || !told.has(event.key));
}

/** What happened, and what stands there once that is told. */
export function happened(before: Standing, after: Standing): { readonly events: readonly WatchEvent[]; readonly standing: Standing } {
  const events = eventsBetween(before, after);
  return { events, standing: withTold(after, events) };
}

const MOST_TOLD = 10_000;

export function withTold(standing: Standing, events: readonly WatchEvent[]): Standing {
  const keys = events.filter((event) => !isOfNow(event)).map(({ key }) => key);
  return keys.length === 0 ? standing : { ...standing, told: [...standing.told, ...keys].slice(-MOST_TOLD) };
}

/** Of files it counts how they are now: one that is as it was before has changed, too. */
function isOfNow({ event }: WatchEvent): boolean {
  return event.startsWith('record.') || event === 'validation.failed';
}

/** What the time alone brings, from `standing` on and before `until`. */
export function clockEvents(standing: Standing, until: number): readonly WatchEvent[] {
  const due = dueEvents(standing, standing.at, until);
  return [...due, ...due.flatMap((event) => pointsAfter(event, standing)), ...syncPoints(standing, until)].sort((one, other) => one.at - other.at);
}

/** What changed besides files, and what is due by it at once. */
function otherEvents(before: Standing, after: Standing): readonly WatchEvent[] {
  const tasks = otherTasks(before, after);
  const [changes, due] = [changeEvents(before, after, tasks), dueAtOnce(before, after, tasks)];
  return [...changes, ...due, ...[...changes, ...due].flatMap((event) => pointsAfter(event, after))];
}

/** A year of stand-ups: more were missed by nobody who still waits for them. */
const MOST_POINTS = 400;

function syncPoints({ calendar: { points }, at }: Standing, until: number): WatchEvent[] {
  return syncPointsBetween(points, at, until - 1, MOST_POINTS).map((point) => syncDue({ ...point, follows: null }, `${point.when}:${point.at}`));
}

interface Point {
  readonly at: number;
  readonly follows: string | null;
  readonly about: string | null;
  readonly agents: readonly string[];
  readonly channel: string | null;
}

function syncDue({ at, follows, about, agents, channel }: Point, key: string): WatchEvent {
  return { event: 'sync.due', at, key: `sync.due:${key}`, commit: null, follows, about, agents, channel };
}

/** Those that follow something that happened. */
function pointsAfter(event: WatchEvent, { calendar: { points } }: Standing): WatchEvent[] {
  return (points.sync_points ?? [])
    .filter(({ when }) => followedEvent(when) === event.event)
    .map(({ when, about, agents, channel }) => syncDue({ at: event.at, follows: event.event, about: about ?? null, agents: agents ?? [], channel: channel ?? null }, `${when}:${event.key}`));
}
