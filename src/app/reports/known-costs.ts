/** What all runs of agents cost that there were: by the journals of jobs, and by what is kept of those that were removed. */
import { costOfJob, isCostOpen } from '../../core/dispatch/job-cost.ts';
import type { JobCost } from '../../core/dispatch/job-cost.ts';
import type { BrokenJournal } from '../jobs/read-jobs.ts';
import { readJobs } from '../jobs/read-jobs.ts';
import type { KeptCosts } from '../ports/journal-port.ts';
import type { Ports } from '../ports.ts';

export interface KnownCosts {
  /** By when they were started. */
  readonly costs: readonly JobCost[];
  /** Jobs whose agents have not ended. */
  readonly notEnded: number;
  readonly broken: readonly BrokenJournal[];
  /** Where lines of it cannot be read. */
  readonly kept: Pick<KeptCosts, 'path' | 'unreadable'>;
}

export async function knownCosts({ journal }: Pick<Ports, 'journal'>): Promise<KnownCosts> {
  const [{ jobs, broken }, kept] = await Promise.all([readJobs({ journal }), journal.costs()]);
  const ids = new Set(jobs.map(({ id }) => id));
  // A crash between keeping and removing leaves both; the journal is the one that may still grow.
  const removed = kept.costs.filter(({ job }) => !ids.has(job));
  const costs = [...removed, ...jobs.flatMap((job) => costOfJob(job) ?? [])];
  return { costs: costs.sort((one, other) => Date.parse(one.started) - Date.parse(other.started)), notEnded: jobs.filter(isCostOpen).length, broken, kept: { path: kept.path, unreadable: kept.unreadable } };
}
