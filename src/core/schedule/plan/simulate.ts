/**
 * What ranges of estimates do to the end: the plan's order run many times, each time with lengths drawn by chance from
 * the same seed. Anything in a range is as likely as anything else; what is a part of one estimate is longer or shorter
 * together; an estimate that is no range is taken as it is.
 */
import { chance } from './chance.ts';
import type { Schedule } from './list-schedule.ts';
import type { Project } from './project.ts';
import { replay } from './replay.ts';

export interface Simulation {
  readonly runs: number;
  /** All is done by then in half, and in four fifths, of the runs. */
  readonly p50: number;
  readonly p80: number;
  /** By activity: the share of the runs in which it missed its deadline. */
  readonly missed: Float64Array;
}

const MOST_RUNS = 1000;
const LEAST_RUNS = 25;
/** Activities placed, all runs together. */
const PLACED = 200_000;
const SEED = 29;

/** null where no length is a range. */
export function simulate(project: Project, schedule: Schedule): Simulation | null {
  const { activities, columns, start } = project;
  const ranges = [...new Set(activities.filter(({ margin }) => margin > 0).map(({ range }) => range))];
  if (ranges.length === 0) return null;
  const positions = new Map(ranges.map((range, at) => [range, at]));
  const rangeOf = Int32Array.from(activities, ({ range }) => positions.get(range) ?? -1);
  const runs = Math.max(LEAST_RUNS, Math.min(MOST_RUNS, Math.floor(PLACED / activities.length)));
  const random = chance(SEED);
  const draws = new Float64Array(ranges.length);
  const drawn = new Float64Array(activities.length);
  const missed = new Float64Array(activities.length);
  const finishes = new Float64Array(runs);
  for (let run = 0; run < runs; run++) {
    for (let at = 0; at < draws.length; at++) draws[at] = 2 * random() - 1;
    for (let at = 0; at < drawn.length; at++) drawn[at] = (columns.work[at] ?? 0) + (columns.margin[at] ?? 0) * (draws[rangeOf[at] ?? -1] ?? 0);
    const { end } = replay(project, schedule, drawn);
    let finish = start;
    for (let at = 0; at < end.length; at++) {
      if (end[at] !== Infinity) finish = Math.max(finish, end[at] ?? 0);
      if ((end[at] ?? 0) > (columns.due[at] ?? Infinity)) missed[at] = (missed[at] ?? 0) + 1 / runs;
    }
    finishes[run] = finish;
  }
  finishes.sort();
  return { runs, p50: quantile(finishes, 0.5), p80: quantile(finishes, 0.8), missed };
}

/** The least that so large a share of them does not pass. */
function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}
