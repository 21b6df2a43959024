/** What happened to jobs, on the disk before it has an effect. */
import type { JobCost, ReadCosts } from '../../core/dispatch/job-cost.ts';
import type { JobEvent } from '../../core/dispatch/job-event.ts';

export interface JobJournal {
  readonly id: string;
  readonly events: readonly JobEvent[];
  /** Its file, for people. */
  readonly path: string;
  /** Numbers of lines that hold no event, though no crash cut them off. */
  readonly unreadable: readonly number[];
}

/** What is kept of journals that were removed. */
export interface KeptCosts extends ReadCosts {
  /** Its file, for people. */
  readonly path: string;
}

export interface Journal {
  /** On the disk when it answers. The first event makes the journal. */
  append(id: string, event: JobEvent): Promise<void>;
  /** null where there is no such job. */
  read(id: string): Promise<JobJournal | null>;
  /** By id; only those to whose text `isAsked` says yes. */
  list(isAsked?: (text: string) => boolean): Promise<readonly JobJournal[]>;
  /** What the agent printed: the first and the last of it where it was much. */
  log(id: string): Promise<string>;
  /** Adds whole lines to the log. */
  writeLog(id: string, text: string): Promise<void>;
  /** Journal and log. */
  remove(id: string): Promise<void>;
  /** What jobs cost whose journals were removed. */
  costs(): Promise<KeptCosts>;
  /** On the disk when it answers. */
  keepCosts(costs: readonly JobCost[]): Promise<void>;
}
