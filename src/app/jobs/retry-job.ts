import type { Job } from '../../core/dispatch/job.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { Ports } from '../ports.ts';
import { findJob } from './find-job.ts';
import { note } from './note.ts';

/** Lets the task of a job be tried once more: the dispatcher that runs takes it, or the next one. */
export async function retryJob(ports: Pick<Ports, 'journal' | 'clock' | 'store'>, name: string, by: string): Promise<Result<Job>> {
  const found = await findJob(ports, name, 'jobs retry');
  if (!found.ok) return found;
  const { id, state, phase, task, agent } = found.value;
  if (task === null) return refused('job-without-task', { id, agent });
  if (phase !== 'over') return refused('job-under-way', { id, state });
  if (state === 'success') return refused('job-over', { id, state });
  return done(await note(ports, id, { event: 'retried', by }));
}
