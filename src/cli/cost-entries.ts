/** Costs as they stand in `--json` answers (schemas/answers/report-cost.schema.json). */
import type { EstimateAnswer } from '../app/reports/estimate-cost.ts';
import type { BudgetedRow, CostReport } from '../app/reports/report-cost.ts';
import { PRICES } from '../core/dispatch/price.ts';
import type { CostSum } from '../core/reports/costs.ts';
import type { CostEstimateAnswer, CostReportAnswer, CostSums } from '../core/schemas/types.ts';

export function costEntry({ by, since, rows, total, notEnded, today }: CostReport): CostReportAnswer {
  return { by, since: since?.toISOString() ?? null, rows: rows.map(rowEntry), total: sumEntry(total), not_ended: notEnded, today: { cost_usd: today.spent, limit_usd: today.limit }, prices: { ...PRICES } };
}

function rowEntry(row: BudgetedRow): CostReportAnswer['rows'][number] {
  return { key: row.key, ...sumEntry(row), budget: row.budget && { spent_usd: row.budget.spent, limit_usd: row.budget.limit } };
}

function sumEntry({ runs, reported, priced, unknown, tokens, untold }: CostSum): CostSums {
  return { runs, reported: { runs: reported.runs, cost_usd: reported.cost }, priced: { runs: priced.runs, cost_usd: priced.cost }, unknown_runs: unknown, tokens: { ...tokens }, runs_without_tokens: untold };
}

export function estimateEntry({ agents, others, costPerDay, costPerTask }: EstimateAnswer): CostEstimateAnswer {
  return {
    agents: agents.map(({ agent, tasks, task, from, known, runsPerMonth }) => ({ agent, open_tasks: tasks, by: from, tasks_so_far: known, a_task: task && { median_usd: task.middle, low_usd: task.low, high_usd: task.high }, runs_per_month: runsPerMonth })),
    tasks_of_nobody: others,
    limits: { cost_per_task: costPerTask, cost_per_day: costPerDay },
    prices: { ...PRICES },
  };
}
