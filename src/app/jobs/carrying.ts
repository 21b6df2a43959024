/** What the steps of a job share: the world, and how a step writes down what came of it. */
import type { Job } from '../../core/dispatch/job.ts';
import type { JobNews } from '../../core/dispatch/job-event.ts';
import type { RunSigns } from '../../core/dispatch/runtimes/signs.ts';
import { hasStepped } from '../../core/dispatch/steps.ts';
import type { Refusal } from '../../core/problem/refusal.ts';
import type { Ports } from '../ports.ts';
import type { StopReason } from '../ports/runner-port.ts';
import type { InTurn } from '../in-turn.ts';
import { note } from './note.ts';
import { releaseTask } from './release-task.ts';

/** How those hear of it who started a job. */
export interface Telling {
  /** Why something was refused, in words that are kept with the job. */
  readonly describe: (refusal: Refusal) => string;
  /** What has just been written down. */
  readonly tell: (job: Job, news: JobNews) => void;
  /** What its agent shows of itself while it runs, by the job's id; not there: nobody looks on. */
  readonly hear?: (job: string, signs: RunSigns) => void;
}

export interface Carrying extends Telling {
  readonly ports: Ports;
  /** Claims are taken one at a time: what one process intends looks to its next claim like what a crash left. */
  readonly claiming: InTurn;
  /** Where branches come together: the commit as it was seen or made last; null: not yet. */
  readonly main: { tip: string | null };
  /** How to stop the agents that run now, by job. */
  readonly stops: Map<string, (reason: StopReason) => void>;
}

export async function noteAndTell({ ports, tell }: Carrying, job: Pick<Job, 'id'>, news: JobNews): Promise<Job> {
  const next = await note(ports, job.id, news);
  tell(next, news);
  return next;
}

/** The reason is on the disk before the claim is given back: a coord that finds the claim still held gives it back then. */
export async function failJob(carrying: Carrying, job: Job, reason: string, message: string): Promise<Job> {
  const failed = await noteAndTell(carrying, job, { event: 'failed', reason, message });
  await releaseTask(carrying.ports, failed);
  return failed;
}

/** `reason`: overlap where it may begin anew by itself, once the other has ended. */
export async function endCancelled(carrying: Carrying, job: Job, by: string, message: string, reason?: 'overlap'): Promise<Job> {
  const cancelled = await noteAndTell(carrying, job, { event: 'cancelled', by, message, ...(reason === undefined ? {} : { reason }) });
  await releaseTask(carrying.ports, cancelled);
  return cancelled;
}

/** What steps of it did is taken back first. */
export function giveUp(carrying: Carrying, job: Job, reason: string, message: string): Promise<Job> {
  return hasStepped(job) ? noteAndTell(carrying, job, { event: 'rolling_back', reason, message }) : failJob(carrying, job, reason, message);
}
