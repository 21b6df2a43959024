import type { Job } from '../../core/dispatch/job.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { Ports } from '../ports.ts';

/** Acting for a job, whatever this process was told of who it is: its claim bears the job's id, and is found again by it. */
export function actingFor(ports: Ports, { id }: Pick<Job, 'id'>): Ports {
  return { ...ports, caller: { ...ports.caller, agentVariable: null, session: id } };
}

export async function inWorktree(ports: Ports, job: Pick<Job, 'id'>, worktree: string): Promise<Result<Ports>> {
  const there = await ports.at(worktree);
  return there.ok ? done(actingFor(there.value, job)) : there;
}
