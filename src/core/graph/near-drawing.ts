/** The part of a graph that fits a picture: what is open, nearest to being worked on first, and what it waits for. */
import { isOpen } from '../model.ts';
import type { Drawing } from './drawing.ts';
import { listOf } from './task-graph.ts';
import type { TaskGraph } from './task-graph.ts';

export interface NearDrawing extends Drawing {
  /** Tasks, cancelled ones left out, that are not in it. */
  readonly left: number;
}

/** `whole`: all tasks as a drawing; `near`: ids of those that are worked on or could be, the nearest first. */
export function nearDrawing(graph: TaskGraph, whole: Drawing, near: readonly string[], most: number): NearDrawing {
  const counted = graph.tasks.filter(({ status }) => status !== 'cancelled');
  const shown = counted.length <= most ? new Set(counted.map(({ id }) => id)) : nearest(graph, near, most);
  return { nodes: whole.nodes.filter(({ id }) => shown.has(id)), edges: whole.edges.filter(({ from, to }) => shown.has(from) && shown.has(to)), left: counted.length - shown.size };
}

/** Of the dependents of each: chains say more than what stands side by side. */
const FOLLOWED = 2;

/** From there along the dependents, and then what open ones wait for, as far as there is room. */
function nearest(graph: TaskGraph, near: readonly string[], most: number): ReadonlySet<string> {
  const shown = new Set<number>();
  const add = (at: number | undefined): void => {
    const task = graph.tasks[at ?? -1];
    if (at !== undefined && task !== undefined && task.status !== 'cancelled' && shown.size < most) shown.add(at);
  };
  for (const id of near) add(graph.byId.get(id.toLowerCase()));
  graph.tasks.forEach((task, at) => {
    if (shown.size === 0 && isOpen(task)) add(at);
  });
  for (const at of shown) for (const next of listOf(graph.dependents, at).slice(0, FOLLOWED)) add(next);
  for (const at of [...shown]) for (const before of listOf(graph.dependencies, at)) add(before);
  return new Set([...shown].flatMap((at) => graph.tasks[at]?.id ?? []));
}
