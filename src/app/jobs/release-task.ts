import type { Job } from '../../core/dispatch/job.ts';
import type { Ports } from '../ports.ts';
import { release } from '../release.ts';
import { inWorktree } from './in-worktree.ts';

/** Gives the claim of a job's task back; worktree and branch stay. What was lost to another, or given back already, is none of ours. */
export async function releaseTask(ports: Ports, job: Job): Promise<void> {
  if (job.task === null || job.place === null) return;
  const there = await inWorktree(ports, job, job.place.worktree);
  if (there.ok) await release(there.value, { id: job.task, as: job.agent });
}
