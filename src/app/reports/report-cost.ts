/** What runs of agents cost, held against the bounds that coord.yaml sets. */
import { sinceOf } from '../../core/days.ts';
import { settingsOf } from '../../core/documents/settings.ts';
import { budgetsOf, costOfAgentPerDay } from '../../core/dispatch/limits.ts';
import type { Agent, Config } from '../../core/model.ts';
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { costRows, knownCost, sumOf } from '../../core/reports/costs.ts';
import type { CostKey, CostRow, CostSum } from '../../core/reports/costs.ts';
import { knownCosts } from './known-costs.ts';
import type { KnownCosts } from './known-costs.ts';
import type { Ports } from '../ports.ts';

/** A bound on cost, in US dollars, and what is known to count towards it. */
export interface Budget {
  readonly spent: number;
  readonly limit: number;
}

export interface BudgetedRow extends CostRow {
  /** An agent's is for today, a task's for all its runs, a day's for that day; null: there is none. */
  readonly budget: Budget | null;
}

export interface CostReport extends Pick<KnownCosts, 'notEnded' | 'broken' | 'kept'> {
  readonly by: CostKey;
  /** Runs from here on; null: all. */
  readonly since: Date | null;
  readonly rows: readonly BudgetedRow[];
  readonly total: CostSum;
  /** What today cost, as far as it is known; `limit` null: there is no bound. */
  readonly today: { readonly spent: number; readonly limit: number | null };
  readonly problems: readonly PlacedProblem[];
}

export interface CostRequest {
  readonly by: CostKey;
  /** A date, a time or a length of time, as typed. */
  readonly since: string | null;
}

export async function reportCost(ports: Pick<Ports, 'store' | 'journal' | 'clock'>, { by, since: given }: CostRequest): Promise<Result<CostReport>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  const { survey } = opened.value;
  const now = ports.clock.now();
  const since = given === null ? null : sinceOf(given, settingsOf(survey.config).timeZone, now.getTime());
  if (given !== null && since === null) return refused('bad-value', { option: '--since', value: given, expected: 'a date such as 2025-08-12, a time, or a length of time such as "30 days"' });
  const { costs, ...rest } = await knownCosts(ports);
  const asked = costs.filter(({ started }) => since === null || Date.parse(started) >= since);
  const ever = costRows(costs, 'task');
  const day = now.toISOString().slice(0, 10);
  const today = costs.filter(({ started }) => started.startsWith(day));
  const budgetOf = budgets(survey.config, survey.agents, { ever, today: costRows(today, 'agent') });
  return done({
    ...rest,
    by,
    since: since === null ? null : new Date(since),
    rows: costRows(asked, by).map((row) => ({ ...row, budget: budgetOf(by, row) })),
    total: sumOf(asked),
    today: { spent: knownCost(sumOf(today)) ?? 0, limit: budgetsOf(survey.config).costPerDay },
    problems: survey.problems,
  });
}

/** `ever`: all there was, by task; `today`: by agent. */
function budgets(config: Config, agents: readonly Agent[], { ever, today }: Readonly<Record<'ever' | 'today', readonly CostRow[]>>): (by: CostKey, row: CostRow) => Budget | null {
  const { costPerDay, costPerTask } = budgetsOf(config);
  const byKey = { ever: spentByKey(ever), today: spentByKey(today) };
  const of = (spent: number, limit: number | null): Budget | null => (limit === null ? null : { spent, limit });
  return (by, row) => {
    switch (by) {
      case 'agent': {
        const agent = agents.find(({ id }) => id === row.key);
        return agent === undefined ? null : of(byKey.today.get(row.key) ?? 0, costOfAgentPerDay(agent, config));
      }
      case 'task':
        return row.key === null ? null : of(byKey.ever.get(row.key) ?? 0, costPerTask);
      case 'day':
        return of(knownCost(row) ?? 0, costPerDay);
      case 'month':
        return null;
    }
  };
}

function spentByKey(rows: readonly CostRow[]): ReadonlyMap<string | null, number> {
  return new Map(rows.map((row) => [row.key, knownCost(row) ?? 0]));
}
