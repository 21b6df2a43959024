/** Events of jobs, as tests need them. */
import type { JobCreated, JobEvent, JobFailed } from '../../src/core/schemas/types.ts';
import type { Job } from '../../src/core/dispatch/job.ts';
import { jobOf } from '../../src/core/dispatch/job-of.ts';
import { outcome } from '../../src/core/dispatch/outcome.ts';
import type { Outcome } from '../../src/core/dispatch/outcome.ts';

export const OWNER = { pid: 4711, started: '100', host: 'here' };

/** `seconds` after noon. */
export const at = (seconds: number): string => `2025-08-12T12:00:${String(seconds).padStart(2, '0')}.000Z`;

export function createdEvent(fields: Partial<JobCreated> = {}): JobCreated {
  return { at: at(0), event: 'created', agent: 'frontend', task: 'FIX-001', attempt: 1, priority: 'high', timeout: 1800, created_by: 'dispatch', input: {}, owner: OWNER, ...fields };
}

export const claimedEvent = (): JobEvent => ({ at: at(1), event: 'claimed', token: 1, branch: 'frontend/FIX-001', worktree: '/repo/app-FIX-001', base: 'c0ffee' });
export const startingEvent = (): JobEvent => ({ at: at(2), event: 'starting', runtime: 'script', model: null, owner: OWNER });
export const startedEvent = (): JobEvent => ({ at: at(3), event: 'started', process: { pid: 4712, started: '101', host: 'here' } });
export const endedEvent = (ended: Outcome = outcome('ok', null)): JobEvent => ({ at: at(4), event: 'ended', outcome: ended });
export const provenEvent = (): JobEvent => ({ at: at(5), event: 'proven', commit: 'c0ffee', verified: [], handoffs: [] });
export const mergedEvent = (): JobEvent => ({ at: at(6), event: 'merged', into: 'main', commit: 'c0ffee', worktree_removed: true });
export const failedEvent = (reason = 'exit'): JobFailed => ({ at: at(7), event: 'failed', reason, message: 'it ended with exit code 1' });

export function aJob(id: string, ...events: readonly JobEvent[]): Job {
  const job = jobOf(id, events);
  if (job === null) throw new Error('no job without its first event');
  return job;
}
