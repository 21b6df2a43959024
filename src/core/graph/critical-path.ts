/** Longest chains by expected work. Only open tasks count: what is done takes no more time. */
import { isOpen } from '../model.ts';
import type { Task } from '../model.ts';
import type { Layers } from './layers.ts';
import { listOf } from './task-graph.ts';
import type { TaskGraph } from './task-graph.ts';

/** Minutes for a task that has no estimate: half a day. */
export const DEFAULT_ESTIMATE = 240;

/** Minutes of work still in a task: its estimate less its progress; milestones and what is closed take none. */
export function minutesLeft(task: Task): number {
  if (!isOpen(task) || task.kind === 'milestone') return 0;
  const estimate = task.estimate ?? (task.kind === 'gate' ? 0 : DEFAULT_ESTIMATE);
  return estimate * (1 - (task.progress ?? 0) / 100);
}

/** For each task the minutes of the longest chain of open tasks that waits for it, itself not counted. */
export function tailMinutes(graph: TaskGraph, layers: Layers): Float64Array {
  const tail = new Float64Array(graph.tasks.length);
  const { starts, items } = graph.dependents;
  for (let i = layers.order.length - 1; i >= 0; i--) {
    const at = layers.order[i] ?? 0;
    for (let edge = starts[at] ?? 0; edge < (starts[at + 1] ?? 0); edge++) {
      const next = items[edge] ?? 0;
      if (counts(graph, layers, next)) tail[at] = Math.max(tail[at] ?? 0, minutesOf(graph, next) + (tail[next] ?? 0));
    }
  }
  return tail;
}

/** What is closed waits for nothing any more; what is in or behind a cycle has no length. */
function counts(graph: TaskGraph, { layer }: Layers, at: number): boolean {
  const task = graph.tasks[at];
  return task !== undefined && isOpen(task) && layer[at] !== -1;
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
  const longest = (among: Iterable<number>): number | null => {
    let best: number | null = null;
    for (const at of among) if (counts(graph, layers, at) && (best === null || whole(at) > whole(best))) best = at;
    return best;
  };
  const start = longest(layers.order);
  if (start === null) return { path: [], minutes: 0 };
  const path: number[] = [];
  for (let at: number | null = start; at !== null; at = longest(listOf(graph.dependents, at))) path.push(at);
  return { path, minutes: whole(start) };
}

function minutesOf(graph: TaskGraph, at: number): number {
  const task = graph.tasks[at];
  return task ? minutesLeft(task) : 0;
}
