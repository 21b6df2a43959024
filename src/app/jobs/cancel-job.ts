/** Ends a job. Whoever carries it out sees its agent end, and reads here why; where nobody does any more, it is ended here. */
import { waitingStep } from '../../core/dispatch/final-jobs.ts';
import type { Job } from '../../core/dispatch/job.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { Ports } from '../ports.ts';
import { findJob } from './find-job.ts';
import { note } from './note.ts';
import { releaseTask } from './release-task.ts';

export interface CancelAnswer {
  readonly job: Job;
  /** Processes that were stopped. */
  readonly stopped: number;
}

export async function cancelJob(ports: Ports, name: string, by: string): Promise<Result<CancelAnswer>> {
  const found = await findJob(ports, name, 'jobs cancel');
  if (!found.ok) return found;
  const { id, state, phase, owner } = found.value;
  if (phase === 'over' || phase === 'proven') return refused('job-over', { id, state });
  if (phase === 'waiting') return refused('job-waiting', { id, step: waitingStep(found.value) });
  const asked = await note(ports, id, { event: 'cancel_asked', by });
  const isCarriedOut = await ports.dispatching.isAtWork(owner);
  const stopped = await ports.runner.stopOrphans(id, asked.process);
  // What its steps did is taken back by whoever goes on with it.
  if (isCarriedOut || asked.phase === 'steps' || asked.phase === 'undoing') return done({ job: asked, stopped });
  await releaseTask(ports, asked);
  return done({ job: await note(ports, id, { event: 'cancelled', by, message: `cancelled by ${by}` }), stopped });
}
