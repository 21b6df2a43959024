import type { Job, JobState } from '../../core/dispatch/job.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
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
  /** Newest first. */
  readonly jobs: readonly Job[];
  readonly broken: readonly BrokenJournal[];
}

export async function listJobs(ports: Pick<Ports, 'journal'>, { agent, task, states }: JobsRequest): Promise<Result<JobsAnswer>> {
  const { jobs, broken } = await readJobs(ports);
  const asked = jobs.filter((job) => (agent === null || job.agent === agent) && (task === null || job.task?.toLowerCase() === task.toLowerCase()) && (states === null || states.includes(job.state)));
  return done({ jobs: asked.toReversed(), broken });
}
