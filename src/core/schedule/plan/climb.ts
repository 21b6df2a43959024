/**
 * Small steps from a good schedule to better ones: what the end hangs on is looked at, and one task there is put before
 * the one that kept its agent, its files or its seat, or is given to another, where it is for anyone. Steps that do not help are
 * taken too, at first even some that harm a little, or the search would end in the first hollow.
 */
import { listOf } from '../../graph/task-graph.ts';
import type { Schedule } from './list-schedule.ts';
import { drivingChain } from './driving-chain.ts';
import { createHeap } from './heap.ts';
import { ANYONE } from './project.ts';
import type { Project } from './project.ts';
import { replay } from './replay.ts';
import type { Replay } from './replay.ts';
import { keepHeldFirst, places } from './urgency.ts';
import { isBetter, worthOf } from './worth.ts';
import type { Worth } from './worth.ts';

/** Share of the plan's length that a step may cost in the beginning. */
const PATIENCE = 0.02;

interface Stand extends Worth {
  readonly order: Int32Array;
  readonly who: Int32Array;
  readonly run: Replay;
}

/** `goal`: it is done when all ends by then and nothing is late. */
export function climb(project: Project, from: Schedule, { steps, goal, random }: { readonly steps: number; readonly goal: number; readonly random: () => number }): Schedule {
  const { work } = project.columns;
  let current = standOf(project, work, from.order, from.who);
  let best = current;
  const patience = PATIENCE * (current.finish - project.start);
  for (let step = 0; step < steps && !(best.late === 0 && best.finish <= goal); step++) {
    const next = stepFrom(project, work, current, random);
    if (next === null) break;
    if (next.late > current.late || next.finish > current.finish + patience * (1 - step / steps)) continue;
    current = next;
    if (isBetter(next, best)) best = next;
  }
  return { start: best.run.start, end: best.run.end, order: best.order, who: best.who };
}

function standOf(project: Project, work: Float64Array, order: Int32Array, who: Int32Array): Stand {
  const run = replay(project, { order, who }, work);
  return { order, who, run, ...worthOf(project, run) };
}

/** null: nothing that the end hangs on can be moved. */
function stepFrom(project: Project, work: Float64Array, { order, who, run }: Stand, random: () => number): Stand | null {
  const { activities } = project;
  const kept = drivingChain(run).filter(({ at, because }) => (because === 'agent' || because === 'files' || because === 'limit') && activities[at]?.underway === false);
  const { at } = kept[Math.floor(random() * kept.length)] ?? { at: -1 };
  const before = run.cause[at] ?? -1;
  if (before === -1) return null;
  if (activities[at]?.who === ANYONE && random() < 0.5) {
    const moved = who.slice();
    moved[at] = Math.floor(random() * project.crew.length);
    return standOf(project, work, order, moved);
  }
  const urgency = places(order);
  urgency[at] = (urgency[before] ?? 0) - 0.5;
  return standOf(project, work, orderBy(project, keepHeldFirst(project, urgency)), who);
}

/** The most urgent first, as far as what waits for what allows. */
function orderBy({ activities, before, after }: Project, urgency: Float64Array): Int32Array {
  const open = createHeap();
  const waitsFor = Int32Array.from(activities, (_, at) => listOf(before, at).length);
  activities.forEach((_, at) => {
    if (waitsFor[at] === 0) open.push(urgency[at] ?? 0, at);
  });
  const order = new Int32Array(activities.length);
  for (let place = 0; open.size > 0; place++) {
    const at = open.pop();
    order[place] = at;
    for (const next of listOf(after, at)) {
      waitsFor[next] = (waitsFor[next] ?? 0) - 1;
      if (waitsFor[next] === 0) open.push(urgency[next] ?? 0, next);
    }
  }
  return order;
}
