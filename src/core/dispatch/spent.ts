/** What jobs have cost so far, to be held against what they may. */
import type { Job } from './job.ts';

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
