/** Who works on the plan, and when: the team, and whoever else is named by tasks. */
import { resolveAgent, rosterOf } from '../../documents/roster.ts';
import { settingsOf } from '../../documents/settings.ts';
import type { Workspace } from '../../documents/workspace.ts';
import type { TaskGraph } from '../../graph/task-graph.ts';
import type { Task } from '../../model.ts';
import { createCalendar } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import { ANYONE, NOBODY } from './project.ts';
import type { CrewMember } from './project.ts';
import { DEFAULT_HOURS, parseHours } from './working-hours.ts';
import type { WeekHours } from './working-hours.ts';

/** What a claim says of a task. */
export interface Underway {
  /** `done`: on a branch that is not merged here. */
  readonly state: 'held' | 'done';
  /** null: the claim cannot be read. */
  readonly agent: string | null;
  readonly since: number | null;
}

export interface Crew {
  readonly members: readonly CrewMember[];
  /** The usual hours. */
  readonly calendar: Calendar;
  /** Position of who does a task, ANYONE or NOBODY. */
  readonly whoDoes: (task: Task) => number;
  readonly calendarOf: (task: Task) => Calendar;
}

/** In a workspace without a team. */
const SOMEBODY = 'anyone';
const YEAR = 366 * 24 * 3_600_000;

export function createCrew({ agents, config }: Workspace, graph: TaskGraph, claimOf: (task: Task) => Underway | null, start: number): Crew {
  const { timeZone } = settingsOf(config);
  // What is held was begun before the plan begins; what was begun more than a year ago is no better known for that.
  const begins = graph.tasks.reduce((first, task) => Math.min(first, Math.max(claimOf(task)?.since ?? start, start - YEAR)), start);
  const roster = rosterOf(agents);
  const calendars = new Map<string, Calendar>();
  const calendarFor = (hours: WeekHours): Calendar => {
    const key = JSON.stringify(hours);
    const calendar = calendars.get(key) ?? createCalendar(hours, timeZone, begins);
    calendars.set(key, calendar);
    return calendar;
  };
  const members: CrewMember[] = [];
  const positions = new Map<string, number>();
  const add = (id: string, hours: unknown): void => {
    const read = typeof hours === 'string' ? parseHours(hours) : null;
    positions.set(id, members.length);
    members.push({ id, calendar: calendarFor(read ?? DEFAULT_HOURS), hours: read !== null ? 'own' : typeof hours === 'string' ? 'unread' : 'default' });
  };
  for (const { id, more } of agents) if (!positions.has(id)) add(id, more['hours']);
  const nameOf = (task: Task): string | null => {
    const claim = claimOf(task);
    const named = (claim?.state === 'held' ? claim.agent : null) ?? task.agent ?? config.groups?.[task.group ?? '']?.agent ?? null;
    const resolved = named === null ? null : resolveAgent(roster, named);
    return resolved === null || resolved.kind === 'role' ? null : resolved.kind === 'agent' ? resolved.id : named;
  };
  const names = new Map(graph.tasks.map((task) => [task, nameOf(task)]));
  for (const name of names.values()) if (name !== null && !positions.has(name)) add(name, null);
  if (members.length === 0) add(SOMEBODY, null);
  const whoDoes = (task: Task): number => {
    const name = names.get(task) ?? null;
    return name === null ? (task.kind === 'gate' ? NOBODY : ANYONE) : (positions.get(name) ?? ANYONE);
  };
  const calendar = calendarFor(DEFAULT_HOURS);
  return { members, calendar, whoDoes, calendarOf: (task) => members[whoDoes(task)]?.calendar ?? calendar };
}
