/** What the jobs there were mean for the next one: how often a task was tried, what failed in a row, what may be forgotten. */
import type { Job } from './job.ts';
import { isWorthAnotherTry } from './outcome.ts';

/** How often a task is tried before somebody has to look at it. */
const MOST_ATTEMPTS = 2;

/** Whoever starts agents by itself, as jobs say who asked for them. */
export const DISPATCHER = 'dispatch';

/** Failed jobs since the last success, however often coord was started in between. What was cancelled, or run by hand, says nothing. */
export function failuresInARow(jobs: readonly Job[]): number {
  return failuresSince(jobs).length;
}

/** When the first of so many failures in a row ended, in milliseconds since 1970; null: not so many jobs failed. */
export function beganFailing(jobs: readonly Job[], most: number): number | null {
  return failuresSince(jobs).map(endOf).sort((one, other) => other - one)[most - 1] ?? null;
}

/** Without those before the last success. */
function failuresSince(jobs: readonly Job[]): readonly Job[] {
  const own = jobs.filter(({ ended, createdBy }) => ended !== null && createdBy === DISPATCHER);
  const lastSuccess = own.reduce((latest, job) => (job.state === 'success' ? Math.max(latest, endOf(job)) : latest), -Infinity);
  return own.filter((job) => isFailure(job) && endOf(job) > lastSuccess);
}

const endOf = ({ ended }: Job): number => Date.parse(ended ?? '');

function isFailure({ state, error }: Job): boolean {
  return state === 'failed' || (state === 'rolled_back' && error?.reason !== 'refused');
}

/**
 * Jobs that ended before `moment` (milliseconds since 1970) and may be forgotten. Those of an open task that none of them
 * finished stay: how often it was tried, and where its work lies, is known from nothing else.
 */
export function forgettable(jobs: readonly Job[], isOpen: (task: string) => boolean, moment: number): readonly Job[] {
  const finished = new Set(jobs.filter(({ state }) => state === 'success').map(({ task }) => task?.toLowerCase()));
  const isSettled = (task: string | null): boolean => task === null || finished.has(task.toLowerCase()) || !isOpen(task);
  return jobs.filter(({ ended, task }) => ended !== null && Date.parse(ended) < moment && isSettled(task));
}

/** What the jobs that a task had mean for another one. */
export interface Tries {
  /** Which time it would be. */
  readonly attempt: number;
  /** Why not; null: it may. */
  readonly stopped: { readonly job: string; readonly reason: string } | null;
  /** Somebody said so, though failures would stop it. */
  readonly isGranted: boolean;
  /** Where the last one worked, and left its work. */
  readonly last: Job | null;
}

/**
 * `jobs`: oldest first; `token`: of the task's claim as it stands now, null where that is not known. What somebody lets be
 * tried once more is tried once. What somebody cancelled is left alone until then, or until somebody else had the task.
 */
export function triesOf(task: string, jobs: readonly Job[], token: number | null = null): Tries {
  const own = jobs.filter((job) => job.task !== null && job.task.toLowerCase() === task.toLowerCase());
  const last = own.findLast(({ state }) => state !== 'cancelled') ?? null;
  const granted = own.findLastIndex(({ retriedBy }) => retriedBy !== null);
  const since = own.slice(granted + 1);
  const failed = since.filter(({ state }) => state === 'failed');
  const latest = failed.at(-1);
  const isSpent = failed.length >= (granted === -1 ? MOST_ATTEMPTS : 1);
  const isStopped = latest !== undefined && (isSpent || !isWorthAnotherTry(latest.error?.reason ?? ''));
  const withdrawn = since.at(-1);
  const isWithdrawn = withdrawn !== undefined && isOneToAskFor(withdrawn) && !wasHadSince(withdrawn, token);
  const against = isWithdrawn ? withdrawn : isStopped ? latest : null;
  const stopped = against === null ? null : { job: against.id, reason: against.error?.reason ?? '' };
  return { attempt: own.filter(({ state }) => state !== 'cancelled').length + 1, stopped, isGranted: granted !== -1 && granted === own.length - 1, last };
}

/** What was taken back, or ended by somebody, is nothing to begin anew by itself. */
function isOneToAskFor({ state, cancelAskedBy }: Job): boolean {
  return state === 'rolled_back' || (state === 'cancelled' && cancelAskedBy !== null);
}

function wasHadSince({ place }: Job, token: number | null): boolean {
  return place !== null && token !== null && token > place.token;
}
