import type { Job } from '../../core/dispatch/job.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { Ports } from '../ports.ts';
import { processesFor } from './processes-for.ts';

/** Acting for a job, whatever this process was told of who it is: its claim bears the job's id, and is found again by it. `home`: where the dispatcher is. */
export function actingFor(ports: Ports, { id }: Pick<Job, 'id'>, home: Ports = ports): Ports {
  return { ...ports, caller: { ...ports.caller, agentVariable: null, session: id }, processes: processesFor(home, id) };
}

/** Refused where its folder is no worktree of this repository any more: what stands around it is not the job's. */
export async function inWorktree(ports: Ports, job: Pick<Job, 'id'>, worktree: string): Promise<Result<Ports>> {
  const there = await ports.at(worktree);
  if (!there.ok) return there;
  const { root, commonDir } = there.value.location;
  const isItself = commonDir === ports.location.commonDir && (root === worktree || root !== ports.location.root);
  return isItself ? done(actingFor(there.value, job, ports)) : refused('no-repository', { cwd: worktree });
}
