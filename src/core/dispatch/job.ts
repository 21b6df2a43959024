/**
 * A job as its events add up. Each step is written before what it brings about, so after a crash the phase says what to
 * do next; a step that was begun is done over, and finds what is there already.
 *
 *   created --> claimed --> running --> ended --> proven --> merged | unmerged
 *                                         +--> finished  (a run that was asked for by hand)
 *      |           |           ^ |        |
 *      |           |           +-+        |          (+: its dispatcher died: the agent is started anew)
 *      +-----------+-----------+----------+--> failed --> (retried)
 *                                         +--> cancelled
 *
 * pending: created or claimed. running: until the agent's work is proven. success: from then on.
 */
import type { Priority } from '../model.ts';
import type { JobCreated, JobEvent, JobMerged, JobOutdated, JobOwner, JobUnmerged } from '../schemas/types.ts';
import type { Outcome } from './outcome.ts';

export const JOB_STATES = ['pending', 'running', 'success', 'failed', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

export type JobPhase = 'created' | 'claimed' | 'running' | 'ended' | 'proven' | 'over';

export interface JobPlace {
  readonly branch: string | null;
  readonly worktree: string;
  /** The commit that the work is compared with. */
  readonly base: string;
  readonly token: number;
}

export interface Job {
  readonly id: string;
  readonly state: JobState;
  readonly phase: JobPhase;
  readonly agent: string;
  readonly task: string | null;
  readonly attempt: number;
  readonly priority: Priority;
  readonly timeoutSeconds: number;
  readonly createdBy: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** The process of coord that carries it out, or last did. */
  readonly owner: Readonly<JobOwner>;
  readonly created: string;
  readonly started: string | null;
  /** When the job was over; null: it is not. */
  readonly ended: string | null;
  readonly runtime: string | null;
  readonly model: string | null;
  readonly place: JobPlace | null;
  /** Why its branch lacks what was merged since an earlier job began it; null: it does not. */
  readonly outdated: Readonly<JobOutdated> | null;
  /** The agent's process, as it was started last. */
  readonly process: Readonly<JobOwner> | null;
  readonly outcome: Outcome | null;
  readonly commit: string | null;
  readonly handoffs: readonly string[];
  readonly merged: Readonly<JobMerged> | Readonly<JobUnmerged> | null;
  readonly error: { readonly reason: string; readonly message: string } | null;
  /** Who wants it to end. */
  readonly cancelAskedBy: string | null;
  /** Who lets its task be tried once more. */
  readonly retriedBy: string | null;
}

/** null where the first event is not the one that makes a job. */
export function jobOf(id: string, events: readonly JobEvent[]): Job | null {
  const [first, ...others] = events;
  return first?.event === 'created' ? others.reduce(after, created(id, first)) : null;
}

function created(id: string, { agent, task, attempt, priority, timeout, created_by, input, owner, at }: JobCreated): Job {
  const nothing = { started: null, ended: null, runtime: null, model: null, place: null, outdated: null, process: null, outcome: null, commit: null, handoffs: [], merged: null, error: null, cancelAskedBy: null, retriedBy: null };
  return { id, state: 'pending', phase: 'created', agent, task, attempt, priority, timeoutSeconds: timeout, createdBy: created_by, input, owner, created: at, ...nothing };
}

/** What is over stays so: of later events only a permission to try again counts. */
function after(job: Job, event: JobEvent): Job {
  if (event.event === 'retried') return { ...job, retriedBy: event.by };
  return job.phase === 'over' ? job : next(job, event);
}

function next(job: Job, event: Exclude<JobEvent, { event: 'retried' }>): Job {
  switch (event.event) {
    case 'created':
      return job;
    case 'claimed':
      return { ...job, phase: 'claimed', place: { branch: event.branch, worktree: event.worktree, base: event.base, token: event.token }, outdated: event.outdated ?? null };
    case 'starting':
      return { ...job, state: 'running', phase: 'running', owner: event.owner, runtime: event.runtime, model: event.model, process: null, started: job.started ?? event.at };
    case 'started':
      return { ...job, process: event.process };
    case 'ended':
      return { ...job, phase: 'ended', outcome: event.outcome };
    case 'proven':
      return { ...job, state: 'success', phase: 'proven', commit: event.commit, handoffs: event.handoffs };
    case 'merged':
    case 'unmerged':
      return { ...job, state: 'success', phase: 'over', merged: event, ended: event.at };
    case 'finished':
      return { ...job, state: 'success', phase: 'over', ended: event.at };
    case 'failed':
      return { ...job, state: 'failed', phase: 'over', error: { reason: event.reason, message: event.message }, ended: event.at };
    case 'cancel_asked':
      return { ...job, cancelAskedBy: event.by };
    case 'cancelled':
      return { ...job, state: 'cancelled', phase: 'over', error: { reason: 'cancelled', message: event.message }, ended: event.at };
  }
}
