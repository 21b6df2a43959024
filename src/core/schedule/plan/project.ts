/** What is planned: the open work, who does it, how much is left of it, what it waits for. Lengths and times in milliseconds. */
import type { Lists } from '../../graph/task-graph.ts';
import type { Task } from '../../model.ts';
import type { Calendar } from './calendar.ts';
import type { Exclusions } from './exclusions.ts';
import type { Work } from './measure-work.ts';

/** In the place of a member of the crew: whoever is free first; or nobody's time is needed. */
export const ANYONE = -1;
export const NOBODY = -2;

export interface Activity extends Work {
  /** null: the opening of a phase. */
  readonly task: Task | null;
  /** Position in the crew, ANYONE or NOBODY. */
  readonly who: number;
  /** Not before this: its phase begins then. */
  readonly earliest: number;
  /** Infinite without a deadline, and where a later part of the task follows. */
  readonly due: number;
  /** Held by a claim: it goes on at once, whatever it waits for. */
  readonly underway: boolean;
}

/** Numbers by activity: loops that go over thousands of activities hundreds of times read these. */
export interface Columns {
  readonly work: Float64Array;
  readonly margin: Float64Array;
  readonly earliest: Float64Array;
  readonly due: Float64Array;
  readonly who: Int32Array;
  /** 1: held by a claim. */
  readonly underway: Uint8Array;
}

export interface CrewMember {
  readonly id: string;
  readonly calendar: Calendar;
  /** `default`: coord.yaml names no hours. `unread`: what it says there are no hours. */
  readonly hours: 'own' | 'default' | 'unread';
}

export interface Project {
  readonly start: number;
  readonly crew: readonly CrewMember[];
  /** So many may be at work at once; infinite without `limits.agents`. What is held goes on all the same. */
  readonly limit: number;
  /** For what takes time, but nobody's. */
  readonly calendar: Calendar;
  /** Each after what it waits for. */
  readonly activities: readonly Activity[];
  readonly columns: Columns;
  readonly before: Lists;
  readonly after: Lists;
  readonly exclusions: Exclusions;
}

/** All that is asked when a plan is tried: what is to be changed for a trial is changed in the columns. */
export type Trial = Omit<Project, 'activities'>;
