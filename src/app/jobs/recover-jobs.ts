/** What a coord that was stopped in the middle left: its agents are ended, and its jobs made ready to go on, or closed. */
import type { Job } from '../../core/dispatch/job.ts';
import { recover } from '../../core/dispatch/recover.ts';
import { endCancelled, giveUp, noteAndTell } from './carrying.ts';
import type { Carrying } from './carrying.ts';
import { proofThere } from './proof-there.ts';
import { readJobs } from './read-jobs.ts';
import { releaseTask } from './release-task.ts';

/** Answers the jobs that go on; `only`: no other is looked at. Those of a coord that still works, or of another machine, are left to it. */
export async function recoverJobs(carrying: Carrying, only: string | null = null): Promise<readonly Job[]> {
  const { ports } = carrying;
  const { jobs } = await readJobs(ports);
  await giveBack(carrying, jobs);
  const going: Job[] = [];
  for (const job of jobs.filter(({ id, phase }) => phase !== 'over' && (only === null || id === only))) {
    const self = await ports.dispatching.self();
    if (job.owner.host !== self.host || (await ports.dispatching.isAtWork(job.owner))) continue;
    await ports.runner.stopOrphans(job.id, job.process);
    const settled = await settle(carrying, job);
    if (settled.phase !== 'over') going.push(settled);
  }
  return going;
}

/** Claims of jobs that ended without success just before coord was stopped. */
async function giveBack({ ports }: Carrying, jobs: readonly Job[]): Promise<void> {
  const claims = new Map((await ports.claims.list()).map(({ id, claim }) => [id, claim]));
  for (const job of jobs.filter(({ state }) => state === 'failed' || state === 'cancelled' || state === 'rolled_back')) {
    const claim = claims.get(job.task ?? '');
    if (claim?.state === 'held' && claim.session === job.id) await releaseTask(ports, job);
  }
}

async function settle(carrying: Carrying, job: Job): Promise<Job> {
  const ref = job.task === null ? null : await carrying.ports.claims.read(job.task);
  const recovery = recover(job, ref?.claim ?? null);
  switch (recovery.kind) {
    case 'go-on':
      return job;
    case 'note-proven':
      return noteAndTell(carrying, job, { event: 'proven', commit: recovery.commit, ...(await proofThere(carrying.ports, job)) });
    case 'cancel':
      return endCancelled(carrying, job, recovery.by, `cancelled by ${recovery.by}`);
    case 'fail':
      return giveUp(carrying, job, recovery.reason, recovery.message);
  }
}
