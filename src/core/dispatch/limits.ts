/** What bounds the starting of agents: figures of coord.yaml and of an agent, held against the jobs there were. */
import { minutesOf } from '../duration.ts';
import type { Agent, Config } from '../model.ts';
import type { Limits } from '../schemas/types.ts';
import type { Job } from './job.ts';
import { isWorthAnotherTry } from './outcome.ts';

const DEFAULT_AGENTS = 4;
const DEFAULT_FAILURES = 3;
const DEFAULT_TIMEOUT_SECONDS = 30 * 60;
const DEFAULT_REQUESTS = 50;
const DEFAULT_RETENTION_DAYS = 30;
/** How often a task is tried before somebody has to look at it. */
export const MOST_ATTEMPTS = 2;

export interface RunLimits {
  readonly timeoutSeconds: number;
  readonly turns: number | null;
  readonly memoryMb: number | null;
  /** US dollars that one run may cost. */
  readonly costUsd: number | null;
}

export interface Budgets {
  readonly agents: number;
  readonly failures: number;
  readonly costPerDay: number | null;
  readonly costPerTask: number | null;
}

export function budgetsOf({ limits }: Config): Budgets {
  return { agents: limits?.agents ?? DEFAULT_AGENTS, failures: limits?.failures ?? DEFAULT_FAILURES, costPerDay: limits?.cost_per_day ?? null, costPerTask: limits?.cost_per_task ?? null };
}

/** How many of one agent may run at once: it works in one place unless its own limits say more. */
export function atOnce(agent: Agent): number {
  return ownLimits(agent).agents ?? 1;
}

/** What one agent may cost in a day. */
export function costOfAgentPerDay(agent: Agent, { limits }: Config): number | null {
  return tighter(ownLimits(agent).cost_per_agent, limits?.cost_per_agent);
}

/** The tighter of the agent's own bound and the workspace's. */
export function runLimits(agent: Agent, { limits }: Config): RunLimits {
  const own = ownLimits(agent);
  return {
    timeoutSeconds: tighter(secondsOf(own.timeout), secondsOf(limits?.timeout)) ?? DEFAULT_TIMEOUT_SECONDS,
    turns: tighter(own.turns, limits?.turns),
    memoryMb: tighter(own.memory_mb, limits?.memory_mb),
    costUsd: tighter(own.cost_per_task, limits?.cost_per_task),
  };
}

/** Of all agents together, whose conversations coord leads itself. */
export function requestsPerMinute({ limits }: Config): number {
  return limits?.requests_per_minute ?? DEFAULT_REQUESTS;
}

/** How long records of jobs that are over are kept. */
export function retentionDays({ limits }: Config): number {
  const { retention } = limits ?? {};
  const minutes = retention === undefined || retention === null ? null : minutesOf(retention, 'd');
  return minutes === null ? DEFAULT_RETENTION_DAYS : minutes / (24 * 60);
}

/** Both places were checked against the same schema when they were read. */
function ownLimits({ more }: Agent): Limits {
  return (more['limits'] as Limits | undefined) ?? {};
}

/** null where it is none, or nothing. */
export function secondsOf(length: Limits['timeout']): number | null {
  if (length === undefined || length === null) return null;
  const minutes = minutesOf(length, 's');
  return minutes === null || minutes === 0 ? null : minutes * 60;
}

function tighter(one: number | null | undefined, other: number | null | undefined): number | null {
  const bounds = [one, other].filter((bound) => typeof bound === 'number');
  return bounds.length === 0 ? null : Math.min(...bounds);
}

/** Whoever starts agents by itself, as jobs say who asked for them. */
export const DISPATCHER = 'dispatch';

/** Failed jobs since the last success, however often coord was started in between. What was cancelled, or run by hand, says nothing. */
export function failuresInARow(jobs: readonly Job[]): number {
  const own = jobs.filter(({ ended, createdBy }) => ended !== null && createdBy === DISPATCHER);
  const endOf = ({ ended }: Job): number => Date.parse(ended ?? '');
  const lastSuccess = own.reduce((latest, job) => (job.state === 'success' ? Math.max(latest, endOf(job)) : latest), -Infinity);
  return own.filter((job) => isFailure(job) && endOf(job) > lastSuccess).length;
}

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

export interface Spent {
  readonly today: number;
  readonly ofAgent: (agent: string) => number;
  readonly ofTask: (task: string) => number;
}

/** US dollars, as far as they are known. A day is one of UTC. */
export function spent(jobs: readonly Job[], now: Date): Spent {
  const day = now.toISOString().slice(0, 10);
  const today = jobs.filter(({ started }) => started?.startsWith(day) === true);
  const agents = sums(today, ({ agent }) => agent);
  const tasks = sums(jobs, ({ task }) => task);
  return {
    today: today.reduce((total, { outcome }) => total + (outcome?.cost_usd ?? 0), 0),
    ofAgent: (agent) => agents.get(agent) ?? 0,
    ofTask: (task) => tasks.get(task) ?? 0,
  };
}

function sums<K>(jobs: readonly Job[], keyOf: (job: Job) => K): ReadonlyMap<K, number> {
  const totals = new Map<K, number>();
  for (const job of jobs) totals.set(keyOf(job), (totals.get(keyOf(job)) ?? 0) + (job.outcome?.cost_usd ?? 0));
  return totals;
}
