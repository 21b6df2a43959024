/** What jobs cost, as it outlives their journals: a line a job, without a word of what was done. */
import { validateJobCost } from '../schemas/job-validators.js';
import type { JobCost } from '../schemas/types.ts';
import type { Job } from './job.ts';
import { TORN } from './job-event.ts';
import { jsonOf } from './runtimes/json-lines.ts';

export type { JobCost } from '../schemas/types.ts';

/** null: its agent never ran, or has not ended. A run that a crash cut off cost something too, and nobody knows what. */
export function costOfJob({ id, agent, task, started, starts, outcome, phase }: Job): JobCost | null {
  const runs = outcome?.reason === 'no-program' ? starts - 1 : starts;
  if (started === null || runs < 1 || (outcome === null && phase !== 'over')) return null;
  const { cost_usd, cost_basis, tokens } = outcome ?? { cost_usd: null, cost_basis: 'unknown', tokens: null };
  return { job: id, agent, task, started, runs, unknown: cost_usd === null ? runs : runs - 1, cost_usd, cost_basis, tokens };
}

/** Its agent was started, and nobody knows yet what it will have cost. */
export function isCostOpen({ starts, outcome, phase }: Pick<Job, 'starts' | 'outcome' | 'phase'>): boolean {
  return starts > 0 && outcome === null && phase !== 'over';
}

export function printCosts(costs: readonly JobCost[]): string {
  return costs.map((cost) => `${JSON.stringify(cost)}\n`).join('');
}

export interface ReadCosts {
  /** The last line of each job. */
  readonly costs: readonly JobCost[];
  /** Numbers of lines, from 1, that hold none. */
  readonly unreadable: readonly number[];
}

/** A line that a crash cut off is left out: the journals of its jobs were not removed yet. */
export function readCosts(text: string): ReadCosts {
  const costs = new Map<string, JobCost>();
  const unreadable: number[] = [];
  for (const [index, line] of text.split('\n').slice(0, -1).entries()) {
    if (line === '' || line.endsWith(TORN)) continue;
    const value = jsonOf(line);
    if (isCost(value)) costs.set(value.job, value);
    else unreadable.push(index + 1);
  }
  return { costs: [...costs.values()], unreadable };
}

function isCost(value: unknown): value is JobCost {
  return validateJobCost(value);
}
