/**
 * Carries a job out from wherever it stands, step by step, until it is over. A job that is new and one that another
 * coord left go the same way: the journal says which step is next, and each step finds what was done of it before.
 */
import type { Job } from '../../core/dispatch/job.ts';
import { EnvironmentFailure } from '../../core/problem/environment-failure.ts';
import { claimForJob } from './claim-for-job.ts';
import { mergeJob } from './merge-job.ts';
import { proveJob } from './prove-job.ts';
import type { Carrying } from './carrying.ts';
import { failJob, giveUp } from './carrying.ts';
import { runForJob } from './run-for-job.ts';
import { stepJob, undoJob } from './step-job.ts';

export async function carryOut(carrying: Carrying, job: Job): Promise<Job> {
  let current = job;
  while (!restsIn(current)) current = await step(carrying, current);
  return current;
}

/** Over, or somebody else's turn. */
function restsIn({ phase }: Job): boolean {
  return phase === 'over' || phase === 'waiting';
}

async function step(carrying: Carrying, job: Job): Promise<Job> {
  try {
    return await stepFor(carrying, job);
  } catch (error) {
    // A full disk or a broken git ends this job, not the others; where not even that can be written, all of it ends.
    if (!(error instanceof EnvironmentFailure)) throw error;
    const stop = job.phase === 'undoing' ? failJob : giveUp;
    return stop(carrying, job, error.refusal.code, carrying.describe(error.refusal));
  }
}

function stepFor(carrying: Carrying, job: Job): Promise<Job> {
  switch (job.phase) {
    case 'created':
      return claimForJob(carrying, job);
    case 'claimed':
    case 'running':
      return runForJob(carrying, job);
    case 'ended':
      return proveJob(carrying, job);
    case 'steps':
      return stepJob(carrying, job);
    case 'undoing':
      return undoJob(carrying, job);
    case 'proven':
      return mergeJob(carrying, job);
    case 'waiting':
    case 'over':
      return Promise.resolve(job);
  }
}
