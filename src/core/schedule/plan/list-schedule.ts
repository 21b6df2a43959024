/**
 * One pass through the future: whenever somebody is free, the most urgent task that may start is begun. Nobody waits
 * while there is something to do. The number of steps is n log n.
 */
import type { Occupation } from './exclusions.ts';
import { createHeap } from './heap.ts';
import type { Heap } from './heap.ts';
import { ANYONE, NOBODY } from './project.ts';
import type { Trial } from './project.ts';
import { createSeats } from './seats.ts';
import type { Seats } from './seats.ts';

export interface Schedule {
  /** By activity. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** Position in the crew, or NOBODY. */
  readonly who: Int32Array;
  /** Activities as they were placed: none starts before one that stands before it. */
  readonly order: Int32Array;
}

/** How many tasks are looked at for one that no other keeps from starting: past that, whoever is free waits for one of them. */
const TRIES = 16;

interface Run {
  readonly project: Trial;
  readonly urgency: Float64Array;
  readonly schedule: Schedule;
  readonly occupation: Occupation;
  readonly seats: Seats;
  /** By activity: how many it still waits for, and when it may start. */
  readonly waitsFor: Int32Array;
  readonly ready: Float64Array;
  /** What happens when: an activity may start (its position), or a member is there (number of activities + position). */
  readonly events: Heap;
  readonly queues: readonly Heap[];
  /** What is for anyone. */
  readonly pool: Heap;
  readonly idle: Set<number>;
  /** When a member who is off comes back to what waits; infinite: nothing does. */
  readonly wakes: Float64Array;
  /** Work that is for a member alone and not begun. */
  readonly loads: Float64Array;
  placed: number;
}

/** `urgency`: by activity, the smaller the sooner. */
export function listSchedule(project: Trial, urgency: Float64Array): Schedule {
  const run = createRun(project, urgency);
  const { work, who } = project.columns;
  for (let at = 0; at < work.length; at++) {
    const member = who[at] ?? NOBODY;
    if (member >= 0) run.loads[member] = (run.loads[member] ?? 0) + (work[at] ?? 0);
    if (run.waitsFor[at] === 0) run.events.push(run.ready[at] ?? 0, at);
  }
  while (run.events.size > 0) {
    const time = run.events.key;
    const called = new Set<number>();
    while (run.events.size > 0 && run.events.key === time) happen(run, run.events.pop(), time, called);
    for (const member of inTurn(run, called, time)) beginWork(run, member, time);
  }
  return { ...run.schedule, order: run.schedule.order.subarray(0, run.placed) };
}

function createRun(project: Trial, urgency: Float64Array): Run {
  const { columns, crew, before, start } = project;
  const count = columns.work.length;
  return {
    project,
    urgency,
    schedule: { start: new Float64Array(count), end: new Float64Array(count), who: new Int32Array(count).fill(NOBODY), order: new Int32Array(count) },
    occupation: project.exclusions.begin(),
    seats: createSeats(project.limit),
    waitsFor: before.starts.subarray(1, count + 1).map((ends, at) => ends - (before.starts[at] ?? 0)),
    ready: columns.earliest.map((earliest) => Math.max(start, earliest)),
    events: createHeap(),
    queues: crew.map(() => createHeap()),
    pool: createHeap(),
    idle: new Set(crew.keys()),
    wakes: new Float64Array(crew.length).fill(Infinity),
    loads: new Float64Array(crew.length),
    placed: 0,
  };
}

/** `called`: who is there and may have something to begin now. */
function happen(run: Run, event: number, time: number, called: Set<number>): void {
  const { who: doers } = run.project.columns;
  if (event < doers.length) {
    const who = doers[event] ?? NOBODY;
    if (who === NOBODY) placeOrWait(run, event, NOBODY, time);
    else (who === ANYONE ? run.pool : run.queues[who])?.push(run.urgency[event] ?? 0, event);
    if (run.idle.has(who)) called.add(who);
  } else {
    const member = event - doers.length;
    run.wakes[member] = Infinity;
    run.idle.add(member);
    called.add(member);
  }
}

/** Who may begin something, one after another. Whoever has least to do alone takes first what is for anyone; the most urgent task takes a seat first. */
function inTurn({ project, pool, idle, seats, queues, loads }: Run, called: ReadonlySet<number>, time: number): readonly number[] {
  const isLimited = project.limit < project.crew.length;
  const members = [...(isLimited ? (seats.free() > time ? called : idle) : pool.size > 0 ? idle : called)];
  if (members.length < 2) return members;
  const byLoad = (one: number, other: number): number => (loads[one] ?? 0) - (loads[other] ?? 0) || one - other;
  if (!isLimited) return members.sort(byLoad);
  const urgency = (member: number): number => Math.min(queues[member]?.key ?? Infinity, pool.key);
  return members.sort((one, other) => urgency(one) - urgency(other) || byLoad(one, other));
}

function place(run: Run, at: number, member: number, time: number): void {
  const { project, schedule, ready, waitsFor } = run;
  const { columns, after } = project;
  const work = columns.work[at] ?? 0;
  const end = (project.crew[member]?.calendar ?? project.calendar).end(time, work);
  schedule.start[at] = time;
  schedule.end[at] = end;
  schedule.who[at] = member;
  schedule.order[run.placed++] = at;
  // What never ends keeps nobody from anything else.
  if (end < Infinity) run.occupation.take(at, end);
  if (member !== NOBODY && end < Infinity) {
    run.idle.delete(member);
    run.seats.take(at, end);
    if (columns.who[at] !== ANYONE) run.loads[member] = (run.loads[member] ?? 0) - work;
    run.events.push(end, columns.who.length + member);
  }
  for (let edge = after.starts[at] ?? 0; edge < (after.starts[at + 1] ?? 0); edge++) {
    const next = after.items[edge] ?? 0;
    ready[next] = Math.max(ready[next] ?? 0, end);
    waitsFor[next] = (waitsFor[next] ?? 0) - 1;
    if (waitsFor[next] === 0) run.events.push(ready[next], next);
  }
}

/** The most urgent task that no other keeps from starting; what would never end is passed over. */
function beginWork(run: Run, member: number, time: number): void {
  const { pool, seats, project } = run;
  const own = run.queues[member];
  if (own === undefined || own.size + pool.size === 0) return;
  if (!isThere(run, member, time)) return;
  for (let tries = 0; tries < TRIES && own.size + pool.size > 0; tries++) {
    const queue = own.key <= pool.key ? own : pool;
    if (seats.free() > time && project.columns.underway[queue.item] !== 1) return;
    if (placeOrWait(run, queue.pop(), member, time) && !run.idle.has(member)) return;
  }
}

/** False where others have its files: it comes back when these are free. */
function placeOrWait(run: Run, at: number, member: number, time: number): boolean {
  const free = run.occupation.free(at);
  if (free > time) run.events.push(free, at);
  else place(run, at, member, time);
  return free <= time;
}

/** Whoever is off is called again when the next working hours begin. */
function isThere({ project, events, wakes }: Run, member: number, time: number): boolean {
  const back = project.crew[member]?.calendar.next(time) ?? time;
  if (back === time) return true;
  if (wakes[member] === Infinity) {
    wakes[member] = back;
    events.push(back, project.columns.who.length + member);
  }
  return false;
}
