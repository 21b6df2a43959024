/** The plan of a workspace: who does what when, when it ends and why, what will be late, what would help. */
import type { Task } from '../../model.ts';
import { settingsOf } from '../../documents/settings.ts';
import { syncPointsBetween } from '../sync-points.ts';
import type { SyncPoint } from '../sync-points.ts';
import { createProject } from './create-project.ts';
import type { PlanSource } from './create-project.ts';
import { drivingChain } from './driving-chain.ts';
import { gainsOf } from './gains.ts';
import type { Gain } from './gains.ts';
import { level } from './level.ts';
import type { Measure } from './measure-work.ts';
import { phaseTimes } from './phase-times.ts';
import type { CrewMember, Project } from './project.ts';
import { BECAUSES, replay } from './replay.ts';
import type { Because } from './replay.ts';
import { simulate } from './simulate.ts';
import { slackOf } from './slack.ts';
import type { Unplaced } from './unplaced.ts';
import { chainsOf } from './urgency.ts';
import { longestChain, wavesOf } from './waves.ts';

export interface PlannedTask {
  readonly task: Task;
  /** Who does it; null: nobody's time is needed. */
  readonly agent: string | null;
  readonly start: number;
  readonly end: number;
  /** Milliseconds of work, by its estimate. */
  readonly work: number;
  readonly measure: Measure;
  /** From 1 on. */
  readonly wave: number;
  readonly slack: number;
  /** On the longest chain of dependencies. */
  readonly critical: boolean;
  readonly underway: boolean;
  /** What it waited for last, and the task that was. */
  readonly because: Because;
  readonly after: string | null;
  /** Infinite without a deadline, and before its last part. */
  readonly due: number;
  /** Share of the simulated runs that missed the deadline; null: nothing was simulated, or there is none. */
  readonly risk: number | null;
}

export interface PlannedPhase {
  readonly id: string;
  readonly end: number;
  /** By `start` and `length`; null: not said. */
  readonly due: number | null;
}

export interface Plan {
  readonly timeZone: string;
  readonly start: number;
  readonly finish: number;
  /** No plan that keeps all rules ends before this. */
  readonly least: number;
  readonly ranges: { readonly runs: number; readonly p50: number; readonly p80: number } | null;
  /** In order of their beginning; a task of several slots has a part in each. */
  readonly tasks: readonly PlannedTask[];
  /** By dependencies alone. */
  readonly critical: { readonly ids: readonly string[]; readonly work: number };
  /** Why it ends then, first to last. */
  readonly chain: readonly { readonly id: string; readonly because: Because }[];
  readonly phases: readonly PlannedPhase[];
  readonly crew: readonly CrewMember[];
  readonly gains: readonly Gain[];
  readonly syncPoints: readonly SyncPoint[];
  readonly unplaced: readonly Unplaced[];
  /** Open blockers on tasks that are planned as if they were resolved. */
  readonly blocked: readonly string[];
}

/** Points in time at which people come together that a plan lists. */
const MOST_SYNC_POINTS = 200;

export function makePlan(source: PlanSource): Plan {
  const { project, unplaced } = createProject(source);
  const { config, blockers } = source.workspace;
  const { schedule, finish, least } = level(project);
  const run = replay(project, schedule, project.columns.work);
  const links = drivingChain(run);
  const simulation = simulate(project, schedule);
  const chains = chainsOf(project);
  const critical = longestChain(project, chains);
  const facts = { slack: slackOf(project, schedule, finish), waves: wavesOf(project), critical: new Set(critical), run, missed: simulation?.missed ?? null, schedule };
  const inTime = Array.from(schedule.order).sort((one, other) => ((run.start[one] ?? 0) === (run.start[other] ?? 0) ? one - other : (run.start[one] ?? 0) - (run.start[other] ?? 0)));
  const placed = inTime.flatMap((at) => plannedTask(project, at, facts));
  const tasks = placed.filter(({ end }) => end !== Infinity);
  const ids = new Set(tasks.map(({ task }) => task.id.toLowerCase()));
  const idsOf = (positions: readonly number[]): string[] => [...new Set(positions.flatMap((at) => project.activities[at]?.task?.id ?? []))];
  return {
    timeZone: settingsOf(config).timeZone,
    start: project.start,
    finish,
    least: Math.min(least, finish),
    ranges: simulation && { runs: simulation.runs, p50: simulation.p50, p80: simulation.p80 },
    tasks,
    critical: { ids: idsOf(critical), work: chains[critical[0] ?? -1] ?? 0 },
    chain: links.flatMap(({ at, because }) => (project.activities[at]?.task ? [{ id: project.activities[at].task.id, because }] : [])),
    phases: plannedPhases(source, tasks),
    crew: project.crew,
    gains: gainsOf(project, schedule, links),
    syncPoints: tasks.length === 0 ? [] : syncPointsBetween(config, project.start, finish, MOST_SYNC_POINTS),
    unplaced: [...unplaced, ...placed.filter(({ end }) => end === Infinity).map(({ task }) => ({ task, why: 'too-long' as const, ids: [] }))],
    blocked: [...new Set(blockers.filter(({ task, resolved }) => resolved === null && ids.has(task.toLowerCase())).map(({ task }) => task))],
  };
}

interface Facts {
  readonly slack: Float64Array;
  readonly waves: Int32Array;
  readonly critical: ReadonlySet<number>;
  readonly run: ReturnType<typeof replay>;
  readonly missed: Float64Array | null;
  readonly schedule: { readonly who: Int32Array };
}

function plannedTask({ activities, crew }: Project, at: number, { slack, waves, critical, run, missed, schedule }: Facts): PlannedTask[] {
  const activity = activities[at];
  if (!activity?.task) return [];
  const { task, work, measure, underway, due } = activity;
  return [
    {
      task,
      agent: crew[schedule.who[at] ?? -1]?.id ?? null,
      start: run.start[at] ?? 0,
      end: run.end[at] ?? 0,
      work,
      measure,
      wave: (waves[at] ?? 0) + 1,
      slack: slack[at] ?? 0,
      critical: critical.has(at),
      underway,
      because: BECAUSES[run.because[at] ?? 0] ?? 'start',
      after: activities[run.cause[at] ?? -1]?.task?.id ?? null,
      due,
      risk: missed === null || due === Infinity ? null : (missed[at] ?? 0),
    },
  ];
}

function plannedPhases({ workspace }: PlanSource, tasks: readonly PlannedTask[]): PlannedPhase[] {
  const ends = new Map<string, number>();
  for (const { task, end } of tasks) if (task.phase !== null) ends.set(task.phase, Math.max(ends.get(task.phase) ?? 0, end));
  return [...phaseTimes(workspace.config).values()].flatMap(({ id, end: due }) => {
    const end = ends.get(id);
    return end === undefined ? [] : [{ id, end, due }];
  });
}
