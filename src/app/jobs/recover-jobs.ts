/** What a coord that was stopped in the middle left: its agents are ended, and its jobs made ready to go on, or closed. */
import type { Job } from '../../core/dispatch/job.ts';
import { recover } from '../../core/dispatch/recover.ts';
import { endCancelled, failJob, noteAndTell } from './carrying.ts';
import type { Carrying } from './carrying.ts';
import { readJobs } from './read-jobs.ts';

/** Answers the jobs that go on. Those of a coord that still works, or of another machine, are left to it. */
export async function recoverJobs(carrying: Carrying): Promise<readonly Job[]> {
  const { ports } = carrying;
  const { jobs } = await readJobs(ports);
  const going: Job[] = [];
  for (const job of jobs.filter(({ phase }) => phase !== 'over')) {
    const self = await ports.dispatching.self();
    if (job.owner.host !== self.host || (await ports.dispatching.isAtWork(job.owner))) continue;
    await ports.runner.stopOrphans(job.id, job.process);
    const settled = await settle(carrying, job);
    if (settled.phase !== 'over') going.push(settled);
  }
  return going;
}

async function settle(carrying: Carrying, job: Job): Promise<Job> {
  const ref = job.task === null ? null : await carrying.ports.claims.read(job.task);
  const recovery = recover(job, ref?.claim ?? null);
  switch (recovery.kind) {
    case 'go-on':
      return job;
    case 'note-proven':
      return noteAndTell(carrying, job, { event: 'proven', commit: recovery.commit, verified: [], handoffs: [] });
    case 'cancel':
      return endCancelled(carrying, job, recovery.by, `cancelled by ${recovery.by}`);
    case 'fail':
      return failJob(carrying, job, recovery.reason, recovery.message);
  }
}
