import { refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { Held } from './held-task.ts';
import { readJob } from '../jobs/read-jobs.ts';
import type { Ports } from '../ports.ts';

/** What a job works on is proven by whoever carries the job out, and not by the agent that did it; null: none does, or it is that job that asks. */
export async function heldByJob(ports: Pick<Ports, 'caller' | 'journal'>, { claim: { session }, holding: { id } }: Held): Promise<Result<never> | null> {
  if (session === null || session === ports.caller.session) return null;
  const job = await readJob(ports, session);
  return job === null || job.phase === 'over' ? null : refused('held-by-job', { id, job: job.id });
}
