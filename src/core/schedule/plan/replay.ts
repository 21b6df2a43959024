/** A plan's order once more, with other lengths: everybody does the same tasks one after another, each as soon as it may start. */
import type { Schedule } from './list-schedule.ts';
import { NOBODY } from './project.ts';
import type { Project } from './project.ts';
import { createSeats } from './seats.ts';

/** What an activity waited for last before it could start. */
export const BECAUSES = ['start', 'phase', 'dependency', 'agent', 'files', 'limit'] as const;
export type Because = (typeof BECAUSES)[number];

export interface Replay {
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** Positions in BECAUSES. */
  readonly because: Uint8Array;
  /** By activity: the one it waited for; -1 where it waited for none. */
  readonly cause: Int32Array;
}

/** `work`: by activity. Written without an object for each activity: a plan is run hundreds of times. */
export function replay(project: Project, { order, who }: Pick<Schedule, 'order' | 'who'>, work: ArrayLike<number>): Replay {
  const { columns, crew, before } = project;
  const count = columns.work.length;
  const [start, end] = [new Float64Array(count), new Float64Array(count)];
  const because = new Uint8Array(count);
  const cause = new Int32Array(count).fill(-1);
  const occupation = project.exclusions.begin();
  const seats = createSeats(project.limit);
  const last = new Int32Array(crew.length).fill(-1);
  for (const at of order) {
    const member = who[at] ?? NOBODY;
    let time = columns.earliest[at] ?? 0;
    let why = time > project.start ? 1 : 0;
    let waited = -1;
    if (time < project.start) time = project.start;
    // Of several that end at once the first counts: what it depends on is named before whom it waits for.
    for (let edge = before.starts[at] ?? 0; edge < (before.starts[at + 1] ?? 0); edge++) {
      const other = before.items[edge] ?? 0;
      const ended = end[other] ?? 0;
      if (ended > time || (ended === time && waited === -1)) [time, why, waited] = [ended, 2, other];
    }
    const former = last[member] ?? -1;
    const freed = former === -1 ? -Infinity : (end[former] ?? 0);
    if (freed > time || (freed === time && waited === -1)) [time, why, waited] = [freed, 3, former];
    const free = occupation.free(at);
    if (free > time || (free === time && waited === -1)) [time, why, waited] = [free, 4, occupation.last(at)];
    const seat = member === NOBODY || columns.underway[at] === 1 ? -Infinity : seats.free();
    if (seat > time || (seat === time && waited === -1)) [time, why, waited] = [seat, 5, seats.last()];
    const calendar = crew[member]?.calendar;
    const length = work[at] ?? 0;
    start[at] = calendar && length > 0 ? calendar.next(time) : time;
    end[at] = (calendar ?? project.calendar).end(start[at] ?? 0, length);
    because[at] = why;
    cause[at] = waited;
    if (end[at] === Infinity) continue;
    if (member !== NOBODY) {
      last[member] = at;
      seats.take(at, end[at] ?? 0);
    }
    occupation.take(at, end[at] ?? 0);
  }
  return { start, end, because, cause };
}
