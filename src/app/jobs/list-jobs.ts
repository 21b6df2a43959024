import { jobsToLookAt } from '../../core/dispatch/final-jobs.ts';
import { budgetsOf } from '../../core/dispatch/limits.ts';
import { failuresInARow } from '../../core/dispatch/tries.ts';
import type { Job, JobState } from '../../core/dispatch/job.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { stillOpen } from '../claims/still-open.ts';
import type { Ports } from '../ports.ts';
import { readJobs } from './read-jobs.ts';
import type { BrokenJournal } from './read-jobs.ts';

export interface JobsRequest {
  readonly agent: string | null;
  readonly task: string | null;
  /** null: all. */
  readonly states: readonly JobState[] | null;
}

export interface JobsAnswer {
  /** So many failed in a row that a dispatcher starts nothing more; those of them that somebody may name. */
  readonly stoppedBy: readonly Job[] | null;
  /** Newest first. */
  readonly jobs: readonly Job[];
  readonly broken: readonly BrokenJournal[];
}

export async function listJobs(ports: Pick<Ports, 'journal' | 'store'>, { agent, task, states }: JobsRequest): Promise<Result<JobsAnswer>> {
  const [{ jobs, broken }, opened] = await Promise.all([readJobs(ports), ports.store.open()]);
  const asked = jobs.filter((job) => (agent === null || job.agent === agent) && (task === null || job.task?.toLowerCase() === task.toLowerCase()) && (states === null || states.includes(job.state)));
  const isStopped = opened.ok && failuresInARow(jobs) >= budgetsOf(opened.value.survey.config).failures;
  return done({ jobs: asked.toReversed(), broken, stoppedBy: isStopped ? jobsToLookAt(jobs, stillOpen(opened.value)) : null });
}
