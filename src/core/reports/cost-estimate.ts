/** What open tasks, and a month of runs, may cost: by what tasks of the same agent cost so far, else by the tokens that are stated of it. */
import type { JobCost } from '../dispatch/job-cost.ts';
import { modelOf, runtimeOf } from '../dispatch/plan-run.ts';
import { costOf, priceOf } from '../dispatch/price.ts';
import { groupBy } from '../group-by.ts';
import type { Agent, Config, Task } from '../model.ts';
import { quantile } from '../quantile.ts';
import type { StatedUsage } from '../schemas/types.ts';

/** US dollars that a task costs; of runs so far: in the middle, with a quarter of them below `low` and above `high`. */
export interface TaskCost {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
}

export interface AgentEstimate {
  readonly agent: string;
  /** Its tasks that are open. */
  readonly tasks: number;
  /** null: unknown. */
  readonly task: TaskCost | null;
  readonly from: 'runs' | 'stated' | 'unknown';
  /** Tasks that it was run on so far, of which all is known. */
  readonly known: number;
  /** As stated; null: not. */
  readonly runsPerMonth: number | null;
}

export interface CostEstimate {
  /** Those that something runs and that have open tasks, or runs a month. */
  readonly agents: readonly AgentEstimate[];
  /** Open tasks that no agent can be run on: they are for people. */
  readonly others: number;
}

/** `open`: what is to be done yet, gates and milestones left out. */
export function estimateCosts(open: readonly Task[], costs: readonly JobCost[], agents: readonly Agent[], config: Config): CostEstimate {
  const runnable = agents.filter((agent) => runtimeOf(agent, config).ok);
  const perTask = costsPerTask(costs);
  const tasksOf = groupBy(open, ({ agent }) => agent, ({ id }) => id);
  const estimates = runnable.map((agent) => estimate(agent, config, perTask.get(agent.id) ?? [], tasksOf.get(agent.id)?.length ?? 0));
  return {
    agents: estimates.filter(({ tasks, runsPerMonth }) => tasks > 0 || runsPerMonth !== null),
    others: open.length - estimates.reduce((sum, { tasks }) => sum + tasks, 0),
  };
}

/** All runs on a task together, also those that failed; of a task on which one is unknown nothing is known. What was run on no task stands alone. */
function costsPerTask(costs: readonly JobCost[]): ReadonlyMap<string, readonly number[]> {
  const tasks = [...groupBy(costs, ({ agent, task, job }) => JSON.stringify([agent, task?.toLowerCase() ?? null, task === null ? job : null]), (cost) => cost).values()];
  const known = tasks.filter((own) => own.every(({ unknown }) => unknown === 0) && own.some(didAnything));
  return groupBy(known, ([first]) => first?.agent ?? '', (own) => own.reduce((sum, { cost_usd }) => sum + (cost_usd ?? 0), 0));
}

/** What broke off before its model was asked says nothing of what work costs. */
function didAnything({ cost_usd: cost, tokens }: JobCost): boolean {
  return cost !== 0 || tokens === null || tokens.input + tokens.output > 0;
}

function estimate(agent: Agent, config: Config, sums: readonly number[], tasks: number): AgentEstimate {
  const usage = (agent.more['usage'] as StatedUsage | undefined) ?? null;
  const task = sums.length > 0 ? spreadOf(sums) : statedCost(agent, config, usage);
  const from = sums.length > 0 ? 'runs' : task === null ? 'unknown' : 'stated';
  return { agent: agent.id, tasks, task, from, known: sums.length, runsPerMonth: usage?.runs_per_month ?? null };
}

function spreadOf(sums: readonly number[]): TaskCost {
  const sorted = [...sums].sort((one, other) => one - other);
  return { middle: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

/** null: nothing is stated, or its model has no price. */
function statedCost(agent: Agent, config: Config, usage: StatedUsage): TaskCost | null {
  const found = runtimeOf(agent, config);
  if (!found.ok || usage === null) return null;
  const { settings } = found.value;
  const model = modelOf(agent, settings);
  const price = model === null ? null : priceOf(model, settings.prices ?? {});
  const cost = price === null ? null : costOf(price, { input: usage.input, output: usage.output, cached: usage.cached ?? 0 }, false);
  return cost === null ? null : { middle: cost, low: cost, high: cost };
}
