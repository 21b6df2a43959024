/** Rules for what is begun first, each as a number by activity: the smaller the sooner. */
import { listOf } from '../../graph/task-graph.ts';
import { PRIORITIES } from '../../model.ts';
import type { Project, Trial } from './project.ts';

/** By activity: the work of the longest chain that begins with it. */
export function chainsOf({ columns: { work }, after }: Trial): Float64Array {
  const chains = new Float64Array(work.length);
  for (let at = work.length - 1; at >= 0; at--) {
    let longest = 0;
    for (const next of listOf(after, at)) longest = Math.max(longest, chains[next] ?? 0);
    chains[at] = longest + (work[at] ?? 0);
  }
  return chains;
}

/** By activity: when it has to begin at the latest, by its deadline and those of what waits for it; infinite without any. */
function latestBeginnings({ activities, after }: Project): Float64Array {
  const latest = new Float64Array(activities.length).fill(Infinity);
  for (let at = activities.length - 1; at >= 0; at--) {
    let by = activities[at]?.due ?? Infinity;
    for (const next of listOf(after, at)) by = Math.min(by, latest[next] ?? Infinity);
    latest[at] = by - (activities[at]?.work ?? 0);
  }
  return latest;
}

/** The longest chain first. */
export function chainFirst(project: Trial): Float64Array {
  const chains = chainsOf(project);
  return ranksOf(project, (one, other) => (chains[other] ?? 0) - (chains[one] ?? 0));
}

/** As `coord next` offers them; the longest chain; the nearest deadline. What is held goes on before all else. */
export function urgencies(project: Project): readonly Float64Array[] {
  const { activities } = project;
  const chains = chainsOf(project);
  const latest = latestBeginnings(project);
  const priorities = Uint8Array.from(activities, ({ task }) => PRIORITIES.indexOf(task?.priority ?? 'medium'));
  const byChain = (one: number, other: number): number => (chains[other] ?? 0) - (chains[one] ?? 0);
  const byDue = (one: number, other: number): number => compare(latest[one], latest[other]);
  const rivals = project.exclusions.rivals(project.columns.work);
  const byScarcity = (one: number, other: number): number => (chains[other] ?? 0) + (rivals[other] ?? 0) - (chains[one] ?? 0) - (rivals[one] ?? 0);
  const byRank = (one: number, other: number): number => (priorities[one] ?? 0) - (priorities[other] ?? 0) || byChain(one, other) || byDue(one, other);
  return [byRank, byChain, (one: number, other: number): number => byDue(one, other) || byChain(one, other), byScarcity].map((rule) => ranksOf(project, rule));
}

function compare(one = Infinity, other = Infinity): number {
  return one === other ? 0 : one - other;
}

/** Places in the order that a rule makes. Of equals the one that stands first comes first. */
function ranksOf({ columns: { underway } }: Trial, rule: (one: number, other: number) => number): Float64Array {
  const sorted = new Int32Array(underway.length).map((_, at) => at).sort((one, other) => (underway[other] ?? 0) - (underway[one] ?? 0) || rule(one, other) || one - other);
  return places(sorted);
}

/** By activity its place in a list of all. */
export function places(sorted: ArrayLike<number>): Float64Array {
  const ranks = new Float64Array(sorted.length);
  for (let place = 0; place < sorted.length; place++) ranks[sorted[place] ?? 0] = place;
  return ranks;
}

export function keepHeldFirst({ columns }: Project, urgency: Float64Array): Float64Array {
  return urgency.map((value, at) => (columns.underway[at] === 1 ? -Infinity : value));
}
