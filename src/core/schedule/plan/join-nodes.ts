/** Parts of tasks joined by what waits for what; openings of phases stand between a phase's gate and what comes after it. */
import type { Workspace } from '../../documents/workspace.ts';
import { findCycles } from '../../graph/cycles.ts';
import { layersOf } from '../../graph/layers.ts';
import { listOf, reversed } from '../../graph/task-graph.ts';
import type { Lists, TaskGraph } from '../../graph/task-graph.ts';
import type { Readiness } from '../readiness.ts';
import { NO_WORK } from './measure-work.ts';
import { NOBODY } from './project.ts';
import type { Activity } from './project.ts';
import type { Unplaced } from './unplaced.ts';

export interface Node {
  readonly activity: Activity;
  /** Of its task in the graph. */
  readonly position: number;
}

export interface Joining {
  /** Parts of one task one after another. */
  readonly nodes: readonly Node[];
  readonly workspace: Workspace;
  readonly graph: TaskGraph;
  readonly readiness: Readiness;
}

export interface Joined {
  readonly kept: readonly Activity[];
  readonly before: Lists;
  readonly after: Lists;
  readonly unplaced: readonly Unplaced[];
}

type Reason = Pick<Unplaced, 'why' | 'ids'>;

export function joinNodes(joining: Joining): Joined {
  const tied = withOpenings(joining);
  const { activities, waits, stuck } = tied;
  const dependencies = listsOf(waits.map((list, at) => (stuck.has(at) ? [...list, at] : list)));
  const dependents = reversed(dependencies);
  // Whatever waits for itself, or for such a one, is in no order.
  const { order } = layersOf({ dependencies, dependents });
  const places = new Map(Array.from(order, (at, place) => [at, place]));
  const before = listsOf(Array.from(order, (at) => (waits[at] ?? []).flatMap((other) => places.get(other) ?? [])));
  return { kept: Array.from(order).flatMap((at) => activities[at] ?? []), before, after: reversed(before), unplaced: unplacedOf(tied, places) };
}

interface WithOpenings {
  readonly activities: readonly Activity[];
  readonly waits: readonly (readonly number[])[];
  /** What can never be placed, and why. */
  readonly stuck: ReadonlyMap<number, Reason>;
  /** Of the nodes that stand for openings: what they wait for. */
  readonly gates: ReadonlyMap<number, string>;
}

function withOpenings({ nodes, workspace, graph, readiness }: Joining): WithOpenings {
  const activities = nodes.map(({ activity }) => activity);
  const firsts = new Map<number, number>();
  const lasts = new Map<number, number>();
  nodes.forEach(({ position }, at) => {
    if (!firsts.has(position)) firsts.set(position, at);
    lasts.set(position, at);
  });
  const waits: number[][] = nodes.map(({ position, activity }, at) => {
    if (firsts.get(position) !== at) return [at - 1];
    return activity.underway ? [] : [...listOf(graph.dependencies, position)].flatMap((other) => lasts.get(other) ?? []);
  });
  const stuck = new Map<number, Reason>();
  const openings = openPhases({ workspace, graph, readiness }, lasts, activities, waits, stuck);
  for (const [position, at] of firsts) {
    const task = graph.tasks[position];
    if (!task || activities[at]?.underway) continue;
    const opening = openings.get(task.phase ?? '');
    if (opening !== undefined && !opening.gates.has(task.id.toLowerCase())) waits[at]?.push(opening.at);
    const reason = reasonOf(readiness, position);
    if (reason !== null) stuck.set(at, reason);
  }
  return { activities, waits, stuck, gates: new Map([...openings.values()].map(({ at, gate }) => [at, gate])) };
}

interface Opening {
  readonly at: number;
  /** The last one before it. */
  readonly gate: string;
  /** Of the phases before it, lower case. */
  readonly gates: ReadonlySet<string>;
}

/** By phase that a gate keeps closed: the node that stands for its opening, added to the others. */
function openPhases({ workspace, graph, readiness }: Omit<Joining, 'nodes'>, lasts: ReadonlyMap<number, number>, activities: Activity[], waits: number[][], stuck: Map<number, Reason>): Map<string, Opening> {
  const openings = new Map<string, Opening>();
  let current = null as Opening | null;
  for (const { id, gate } of workspace.config.phases ?? []) {
    if (current !== null && !openings.has(id)) openings.set(id, current);
    if (typeof gate !== 'string') continue;
    const position = graph.byId.get(gate.toLowerCase());
    if (position !== undefined && readiness.satisfied[position] === 1) continue;
    const at = activities.length;
    const last = position === undefined ? undefined : lasts.get(position);
    activities.push({ ...NO_WORK, task: null, who: NOBODY, earliest: -Infinity, due: Infinity, underway: false });
    waits.push([...(current === null ? [] : [current.at]), ...(last === undefined ? [] : [last])]);
    if (last === undefined) stuck.set(at, { why: 'gate', ids: [gate] });
    current = { at, gate, gates: new Set([...(current?.gates ?? []), gate.toLowerCase()]) };
  }
  return openings;
}

function reasonOf(readiness: Readiness, position: number): Reason | null {
  const fault = readiness.fault(position);
  return fault && { why: fault.why, ids: fault.why === 'missing' ? fault.ids : [] };
}

/** Each task once; those in a circle with the circle, those behind with what they wait for. */
function unplacedOf({ activities, waits, stuck, gates }: WithOpenings, places: ReadonlyMap<number, number>): Unplaced[] {
  if (places.size === activities.length) return [];
  const idOf = (at: number): string => activities[at]?.task?.id ?? gates.get(at) ?? '';
  const circles = new Map(findCycles({ dependencies: listsOf(waits) }).flatMap((loop) => loop.map((at) => [at, loop] as const)));
  const found = new Map<string, Unplaced>();
  activities.forEach(({ task }, at) => {
    if (task === null || places.has(at) || found.has(task.id)) return;
    const circle = circles.get(at);
    const behind = (waits[at] ?? []).filter((other) => !places.has(other));
    const reason = stuck.get(at) ?? (circle ? { why: 'cycle' as const, ids: [...new Set(circle.map(idOf))] } : behindOf(behind, stuck, idOf));
    found.set(task.id, { task, ...reason });
  });
  return [...found.values()];
}

function behindOf(behind: readonly number[], stuck: ReadonlyMap<number, Reason>, idOf: (at: number) => string): Reason {
  const gate = behind.map((at) => stuck.get(at)).find((reason) => reason?.why === 'gate');
  return gate ?? { why: 'behind', ids: [...new Set(behind.map(idOf))] };
}

function listsOf(lists: readonly (readonly number[])[]): Lists {
  const starts = new Int32Array(lists.length + 1);
  const items: number[] = [];
  lists.forEach((list, at) => {
    for (const item of list) items.push(item);
    starts[at + 1] = items.length;
  });
  return { starts, items: Int32Array.from(items) };
}
