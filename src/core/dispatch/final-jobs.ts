/** Of several jobs on a task the last one counts: what was tried again and done is no failure any more. */
import type { Job } from './job.ts';

/** In their order; those that were on no task stay all. */
export function finalJobs(jobs: readonly Job[]): readonly Job[] {
  const last = new Map(jobs.map((job) => [job.task?.toLowerCase() ?? job.id, job.id]));
  return jobs.filter((job) => last.get(job.task?.toLowerCase() ?? job.id) === job.id);
}

/** Those on which somebody has to do something before their tasks go on. `jobs`: oldest first. */
export function jobsToLookAt(jobs: readonly Job[], isOpen: (task: string) => boolean): readonly Job[] {
  const isWaiting = ({ task, state, retriedBy }: Job): boolean => task !== null && (state === 'failed' || state === 'rolled_back') && retriedBy === null && isOpen(task);
  return finalJobs(jobs.filter(({ state }) => state !== 'cancelled')).filter(isWaiting);
}

export function jobsWaiting(jobs: readonly Job[]): readonly Job[] {
  return jobs.filter(({ phase }) => phase === 'waiting');
}

/** The step that a waiting job waits with. */
export function waitingStep({ actions }: Pick<Job, 'actions'>): string {
  return actions.find(({ executedAt }) => executedAt === null)?.step.name ?? '';
}
