/** The jobs on which somebody has to do something. Journals of others are not taken apart: there may be thousands. */
import { jobsToLookAt, jobsWaiting } from '../../core/dispatch/final-jobs.ts';
import type { Job } from '../../core/dispatch/job.ts';
import { beganFailing } from '../../core/dispatch/tries.ts';
import { mayBeOn, mayNeedSomebody, succeededSince } from '../../core/dispatch/unsettled.ts';
import type { Ports } from '../ports.ts';
import { readJobs } from './read-jobs.ts';

export interface JobsForPeople {
  /** Of open tasks: the last job failed, and nobody said that it may be tried again. */
  readonly failed: readonly Job[];
  /** With a step that somebody has to approve. */
  readonly waiting: readonly Job[];
  /** So many failed in a row that a dispatcher starts nothing more. */
  readonly isStopped: boolean;
}

export async function jobsForPeople(ports: Pick<Ports, 'journal'>, isOpen: (task: string) => boolean, mostFailures: number): Promise<JobsForPeople> {
  const { jobs } = await readJobs(ports, mayNeedSomebody);
  const waiting = jobsWaiting(jobs);
  const isStopped = await failInARow(ports, jobs, mostFailures);
  const tasks = jobsToLookAt(jobs, isOpen).flatMap(({ task }) => task ?? []);
  if (tasks.length === 0) return { failed: [], waiting, isStopped };
  // A later job may have done what an earlier one failed to do.
  const all = await readJobs(ports, mayBeOn(tasks));
  return { failed: jobsToLookAt(all.jobs, isOpen), waiting, isStopped };
}

/** `jobs`: all that failed are among them. */
async function failInARow({ journal }: Pick<Ports, 'journal'>, jobs: readonly Job[], most: number): Promise<boolean> {
  const since = beganFailing(jobs, most);
  if (since === null) return false;
  let hasSucceeded = false;
  await journal.list((text) => {
    hasSucceeded ||= succeededSince(text, since);
    return false;
  });
  return !hasSucceeded;
}
