/** Longest chains by expected work. Only open tasks count: what is done takes no more time. */
import type { Task } from '../model.ts';
import type { Layers } from './layers.ts';
import { listOf } from './task-graph.ts';
import type { TaskGraph } from './task-graph.ts';

/** Minutes for a task that has no estimate: half a day. */
export const DEFAULT_ESTIMATE = 240;

export function isOpen(task: Task): boolean {
  return task.status !== 'done' && task.status !== 'cancelled';
}

/** Minutes of work still in a task: its estimate less its progress; milestones and what is closed take none. */
export function minutesLeft(task: Task): number {
  if (!isOpen(task) || task.kind === 'milestone') return 0;
  const estimate = task.estimate ?? (task.kind === 'gate' ? 0 : DEFAULT_ESTIMATE);
  return estimate * (1 - (task.progress ?? 0) / 100);
}

/** For each task the minutes of the longest chain that waits for it, itself not counted. */
export function tailMinutes(graph: TaskGraph, { order }: Layers): Float64Array {
  const tail = new Float64Array(graph.tasks.length);
  for (let i = order.length - 1; i >= 0; i--) {
    const at = order[i] ?? 0;
    for (const next of listOf(graph.dependents, at)) {
      const task = graph.tasks[next];
      tail[at] = Math.max(tail[at] ?? 0, (task ? minutesLeft(task) : 0) + (tail[next] ?? 0));
    }
  }
  return tail;
}

export interface CriticalPath {
  /** Positions, first to last. */
  readonly path: readonly number[];
  readonly minutes: number;
}

/** The open tasks that decide when all is done at the earliest. */
export function criticalPath(graph: TaskGraph, layers: Layers): CriticalPath {
  const tail = tailMinutes(graph, layers);
  const whole = (at: number): number => (tail[at] ?? 0) + minutesOf(graph, at);
  let start = -1;
  for (const at of layers.order) if (isOpenAt(graph, at) && (start === -1 || whole(at) > whole(start))) start = at;
  if (start === -1) return { path: [], minutes: 0 };
  const path = [start];
  for (let at = start; ; ) {
    const next = longestDependent(graph, at, whole);
    if (next === -1) return { path, minutes: whole(start) };
    path.push(next);
    at = next;
  }
}

function longestDependent(graph: TaskGraph, at: number, whole: (at: number) => number): number {
  let best = -1;
  for (const next of listOf(graph.dependents, at)) {
    if (isOpenAt(graph, next) && (best === -1 || whole(next) > whole(best))) best = next;
  }
  return best;
}

function isOpenAt(graph: TaskGraph, at: number): boolean {
  const task = graph.tasks[at];
  return task !== undefined && isOpen(task);
}

function minutesOf(graph: TaskGraph, at: number): number {
  const task = graph.tasks[at];
  return task ? minutesLeft(task) : 0;
}
