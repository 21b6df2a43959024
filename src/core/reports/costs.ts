/** What runs of agents cost, added up by agent, task, day or month. What is unknown is counted, never taken for nothing. */
import { byCodeUnits } from '../by-code-units.ts';
import type { JobCost } from '../dispatch/job-cost.ts';
import { groupBy } from '../group-by.ts';

export const COST_KEYS = ['agent', 'task', 'day', 'month'] as const;
export type CostKey = (typeof COST_KEYS)[number];

export interface Known {
  readonly runs: number;
  /** US dollars. */
  readonly cost: number;
}

export interface CostSum {
  readonly runs: number;
  /** As their programs said. */
  readonly reported: Known;
  /** By the tokens they used. */
  readonly priced: Known;
  /** Runs of which nobody knows what they cost. */
  readonly unknown: number;
  /** Of the runs that told them. */
  readonly tokens: { readonly input: number; readonly output: number; readonly cached: number };
  /** Runs that told no tokens. */
  readonly untold: number;
}

export interface CostRow extends CostSum {
  /** An agent, a task (null: none), a day or a month of UTC. */
  readonly key: string | null;
}

export function sumOf(costs: readonly JobCost[]): CostSum {
  const total = (value: (cost: JobCost) => number): number => costs.reduce((sum, cost) => sum + value(cost), 0);
  const known = (basis: JobCost['cost_basis']): Known => {
    const some = costs.filter(({ cost_basis, cost_usd }) => cost_basis === basis && cost_usd !== null);
    return { runs: some.length, cost: some.reduce((sum, { cost_usd }) => sum + (cost_usd ?? 0), 0) };
  };
  const tokens = { input: total((cost) => cost.tokens?.input ?? 0), output: total((cost) => cost.tokens?.output ?? 0), cached: total((cost) => cost.tokens?.cached ?? 0) };
  return { runs: total(({ runs }) => runs), reported: known('reported'), priced: known('priced'), unknown: total(({ unknown }) => unknown), tokens, untold: total((cost) => cost.runs - (cost.tokens === null ? 0 : 1)) };
}

/** US dollars, as far as they are known; null: of none of them. */
export function knownCost({ reported, priced, runs, unknown }: CostSum): number | null {
  return runs > 0 && runs === unknown ? null : reported.cost + priced.cost;
}

/** Agents and tasks dearest first, days and months newest first. */
export function costRows(costs: readonly JobCost[], by: CostKey): readonly CostRow[] {
  const groups = groupBy(costs, (cost) => keyOf(cost, by), (cost) => cost);
  const rows = [...groups].map(([key, own]): CostRow => ({ key, ...sumOf(own) }));
  const byKey = (one: CostRow, other: CostRow): number => byCodeUnits(one.key ?? '', other.key ?? '');
  if (by === 'day' || by === 'month') return rows.sort((one, other) => byKey(other, one));
  return rows.sort((one, other) => (knownCost(other) ?? -1) - (knownCost(one) ?? -1) || byKey(one, other));
}

/** Days and months of UTC, as bounds on a day's cost are held. */
function keyOf({ agent, task, started }: JobCost, by: CostKey): string | null {
  switch (by) {
    case 'agent':
      return agent;
    case 'task':
      return task;
    case 'day':
      return started.slice(0, 10);
    case 'month':
      return started.slice(0, 7);
  }
}
