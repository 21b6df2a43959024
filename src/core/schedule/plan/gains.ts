/** What would bring the end forward most: changes to what the end hangs on, each tried by planning once more. */
import { listSchedule } from './list-schedule.ts';
import type { Schedule } from './list-schedule.ts';
import type { Link } from './driving-chain.ts';
import { ANYONE } from './project.ts';
import type { Columns, Project, Trial } from './project.ts';
import { chainFirst, places } from './urgency.ts';
import { worthOf } from './worth.ts';

export type Change =
  /** If it were done already: all that may be won by making it shorter. */
  | { readonly what: 'shorten'; readonly task: string }
  /** Whoever is free does it. */
  | { readonly what: 'reassign'; readonly task: string; readonly from: string }
  /** One more who can do all that this one does. */
  | { readonly what: 'add-agent'; readonly agent: string }
  /** Its files are kept apart from those of others. */
  | { readonly what: 'part-files'; readonly task: string }
  | { readonly what: 'open-phase'; readonly phase: string }
  /** One more may be at work at once. */
  | { readonly what: 'raise-limit'; readonly to: number };

export interface Gain {
  readonly change: Change;
  /** How much sooner all is done. */
  readonly wins: number;
}

/** Activities placed in trials, all together; and trials at most. */
const PLACED = 30_000;
const MOST_TRIALS = 24;
const MOST_GAINS = 5;
const LARGE = 5_000;

/** Most first. Where plans are large, only what stands first in the chain by its length is tried. */
export function gainsOf(project: Project, schedule: Schedule, chain: readonly Link[]): Gain[] {
  const { finish } = worthOf(project, schedule);
  const trials = Math.max(3, Math.min(MOST_TRIALS, Math.floor(PLACED / (2 * Math.max(1, project.activities.length)))));
  const changes = changesOn(project, schedule, chain).slice(0, trials);
  return changes
    .map(({ change, changed }) => ({ change, wins: finish - soonest(changed(), schedule) }))
    .filter(({ wins }) => wins > 0)
    .sort((one, other) => other.wins - one.wins)
    .slice(0, MOST_GAINS);
}

/** Of large plans the order they have is tried alone. */
function soonest(project: Trial, { order }: Schedule): number {
  const urgencies = order.length > LARGE ? [places(order)] : [places(order), chainFirst(project)];
  return Math.min(...urgencies.map((urgency) => worthOf(project, listSchedule(project, urgency)).finish));
}

interface Attempt {
  readonly change: Change;
  /** Made when it is tried. */
  readonly changed: () => Trial;
}

/** In each kind the longest tasks first, the kinds by turns. */
function changesOn(project: Project, schedule: Schedule, chain: readonly Link[]): Attempt[] {
  const { activities, crew } = project;
  const links = chain.filter(({ at }) => activities[at]?.task).sort((one, other) => (activities[other.at]?.work ?? 0) - (activities[one.at]?.work ?? 0));
  const working = links.filter(({ at }) => (activities[at]?.work ?? 0) > 0);
  const idOf = (at: number): string => activities[at]?.task?.id ?? '';
  const busy = [...new Set(working.flatMap(({ at }) => ((schedule.who[at] ?? -1) >= 0 ? [schedule.who[at] ?? 0] : [])))];
  const movable = crew.length < 2 ? [] : working.filter(({ at }) => (activities[at]?.who ?? ANYONE) >= 0 && activities[at]?.underway === false);
  const kinds: Attempt[][] = [
    busy.map((member) => ({ change: { what: 'add-agent', agent: crew[member]?.id ?? '' }, changed: () => withTwin(project, member) })),
    movable.map(({ at }) => ({ change: { what: 'reassign', task: idOf(at), from: crew[activities[at]?.who ?? 0]?.id ?? '' }, changed: () => withColumn(project, 'who', project.columns.who.with(at, ANYONE)) })),
    working.map(({ at }) => ({ change: { what: 'shorten', task: idOf(at) }, changed: () => withColumn(project, 'work', project.columns.work.with(at, 0)) })),
    links.filter(({ because }) => because === 'files').map(({ at }) => ({ change: { what: 'part-files', task: idOf(at) }, changed: () => ({ ...project, exclusions: project.exclusions.withoutFilesOf(at) }) })),
    links.some(({ because }) => because === 'limit') ? [{ change: { what: 'raise-limit', to: project.limit + 1 }, changed: () => ({ ...project, limit: project.limit + 1 }) }] : [],
    phasesWaitedFor(project, links).map((phase) => ({ change: { what: 'open-phase', phase }, changed: () => withOpenPhase(project, phase) })),
  ];
  const longest = Math.max(...kinds.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => kinds.flatMap((kind) => kind[index] ?? [])).flat();
}

function phasesWaitedFor({ activities }: Project, links: readonly Link[]): string[] {
  return [...new Set(links.flatMap(({ at, because }) => (because === 'phase' ? (activities[at]?.task?.phase ?? []) : [])))];
}

function withColumn<Name extends keyof Columns>(project: Trial, name: Name, column: Columns[Name]): Trial {
  return { ...project, columns: { ...project.columns, [name]: column } };
}

function withOpenPhase(project: Project, phase: string): Trial {
  const { activities, columns, start } = project;
  return withColumn(project, 'earliest', columns.earliest.map((earliest, at) => (activities[at]?.task?.phase === phase ? start : earliest)));
}

/** Their work is shared: every second task of the one, by the order of the plan, may be done by the other. */
function withTwin(project: Trial, member: number): Trial {
  const { crew, columns } = project;
  const [one] = crew.slice(member, member + 1);
  if (one === undefined) return project;
  const loads = [0, 0];
  const who = columns.who.map((doer, at) => {
    if (doer !== member) return doer;
    const lighter = columns.underway[at] === 1 || (loads[0] ?? 0) <= (loads[1] ?? 0) ? 0 : 1;
    loads[lighter] = (loads[lighter] ?? 0) + (columns.work[at] ?? 0);
    return lighter === 0 ? doer : crew.length;
  });
  return { ...withColumn(project, 'who', who), crew: [...crew, one] };
}
