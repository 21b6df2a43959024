/** The jobs on which somebody has to do something. Journals of others are not taken apart: there may be thousands. */
import { jobsToLookAt, jobsWaiting } from '../../core/dispatch/final-jobs.ts';
import type { Job } from '../../core/dispatch/job.ts';
import { mayBeOn, mayNeedSomebody } from '../../core/dispatch/unsettled.ts';
import type { Ports } from '../ports.ts';
import { readJobs } from './read-jobs.ts';

export interface JobsForPeople {
  /** Of open tasks: the last job failed, and nobody said that it may be tried again. */
  readonly failed: readonly Job[];
  /** With a step that somebody has to approve. */
  readonly waiting: readonly Job[];
}

export async function jobsForPeople(ports: Pick<Ports, 'journal'>, isOpen: (task: string) => boolean): Promise<JobsForPeople> {
  const { jobs } = await readJobs(ports, mayNeedSomebody);
  const waiting = jobsWaiting(jobs);
  const tasks = jobsToLookAt(jobs, isOpen).flatMap(({ task }) => task ?? []);
  if (tasks.length === 0) return { failed: [], waiting };
  // A later job may have done what an earlier one failed to do.
  const all = await readJobs(ports, mayBeOn(tasks));
  return { failed: jobsToLookAt(all.jobs, isOpen), waiting };
}
