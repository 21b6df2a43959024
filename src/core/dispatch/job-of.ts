/**
 * A job as its events add up. Each step is written before what it brings about, so after a crash the phase says what to
 * do next; a step that was begun is done over, and finds what is there already.
 *
 *   created --> claimed --> running --> ended --> [steps] --> proven --> merged | unmerged
 *                                         |        |  ^
 *                                         |        |  +-- waiting (for a yes)
 *                                         |        +--> undoing --> rolled_back | failed
 *                                         +--> finished  (a run that was asked for by hand)
 *      |           |           ^ |        |
 *      |           |           +-+        |          (+: its dispatcher died: the agent is started anew)
 *      +-----------+-----------+----------+--> failed --> (retried)
 *                                         +--> cancelled
 *
 * pending: created or claimed. running: until the agent's work is proven, but for the time that a step waits for somebody's
 * yes (waiting_approval). success: from then on. What was not to succeed any more, and was taken back, is rolled_back.
 */
import type { JobCreated, JobEvent } from '../schemas/types.ts';
import type { Job, JobAction } from './job.ts';

/** null where the first event is not the one that makes a job. */
export function jobOf(id: string, events: readonly JobEvent[]): Job | null {
  const [first, ...others] = events;
  return first?.event === 'created' ? others.reduce(after, created(id, first)) : null;
}

function created(id: string, { agent, task, attempt, priority, timeout, created_by, input, owner, at }: JobCreated): Job {
  const nothing = { started: null, starts: 0, ended: null, runtime: null, model: null, place: null, outdated: null, process: null, outcome: null, actions: [], rollingBack: null, commit: null, handoffs: [], ranChanged: [], rulesChanged: [], mainMoved: [], merged: null, error: null, cancelAskedBy: null, retriedBy: null };
  return { id, state: 'pending', phase: 'created', agent, task, attempt, priority, timeoutSeconds: timeout, createdBy: created_by, input, owner, created: at, ...nothing };
}

const NOT_YET = { approvedBy: null, approvedAt: null, startedAt: null, executedAt: null, undone: null } as const;

function withAction(job: Job, name: string, fields: Partial<JobAction>): Job {
  return { ...job, actions: job.actions.map((action) => (action.step.name === name ? { ...action, ...fields } : action)) };
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
      return { ...job, phase: 'claimed', place: { branch: event.branch, worktree: event.worktree, base: event.base, ground: event.ground ?? event.base, left: event.left ?? [], token: event.token }, outdated: event.outdated ?? null };
    case 'starting':
      return { ...job, state: 'running', phase: 'running', owner: event.owner, runtime: event.runtime, model: event.model, process: null, started: job.started ?? event.at, starts: job.starts + 1 };
    case 'started':
      return { ...job, process: event.process };
    case 'ended':
      return { ...job, phase: 'ended', outcome: event.outcome };
    case 'rules_changed':
      return { ...job, rulesChanged: event.files };
    case 'main_moved':
      return { ...job, mainMoved: event.subjects };
    case 'steps':
      return { ...job, phase: 'steps', actions: event.steps.map((step) => ({ step, ...NOT_YET })) };
    case 'waiting':
      return { ...job, state: 'waiting_approval', phase: 'waiting' };
    case 'approved':
      return { ...withAction(job, event.step, { approvedBy: event.by, approvedAt: event.at }), state: 'running', phase: 'steps' };
    case 'refused':
      return { ...job, state: 'running', phase: 'undoing', rollingBack: { reason: 'refused', message: `${event.by} said no to ${event.step}${event.note === null ? '' : `: ${event.note}`}` } };
    case 'step_started':
      return { ...withAction(job, event.step, { startedAt: event.at }), owner: event.owner };
    case 'step_ended':
      return event.exit_code === 0 ? withAction(job, event.step, { executedAt: event.at }) : { ...job, phase: 'undoing', rollingBack: { reason: 'step-failed', message: event.message } };
    case 'rolling_back':
      return { ...job, phase: 'undoing', rollingBack: { reason: event.reason, message: event.message } };
    case 'undone':
      return withAction(job, event.step, { undone: event.exit_code === 0 });
    case 'rolled_back':
      return { ...job, state: 'rolled_back', phase: 'over', error: job.rollingBack, ended: event.at };
    case 'proven':
      return { ...job, state: 'success', phase: 'proven', commit: event.commit, handoffs: event.handoffs, ranChanged: event.ran_changed ?? [] };
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
      return { ...job, state: 'cancelled', phase: 'over', error: { reason: event.reason ?? 'cancelled', message: event.message }, ended: event.at };
  }
}
