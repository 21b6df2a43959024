/** What bounds the starting of agents: figures of coord.yaml and of an agent. */
import { minutesOf } from '../duration.ts';
import type { Agent, Config } from '../model.ts';
import type { Limits } from '../schemas/types.ts';

const DEFAULT_AGENTS = 4;
const DEFAULT_FAILURES = 3;
const DEFAULT_TIMEOUT_SECONDS = 30 * 60;
const DEFAULT_REQUESTS = 50;
const DEFAULT_RETENTION_DAYS = 30;

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
