/** What the open tasks and a month may cost, before they run. */
import { isOpen } from '../../core/model.ts';
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { budgetsOf } from '../../core/dispatch/limits.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { estimateCosts } from '../../core/reports/cost-estimate.ts';
import type { CostEstimate } from '../../core/reports/cost-estimate.ts';
import { knownCosts } from './known-costs.ts';
import type { KnownCosts } from './known-costs.ts';
import type { Ports } from '../ports.ts';

export interface EstimateAnswer extends CostEstimate, Pick<KnownCosts, 'broken' | 'kept'> {
  /** US dollars; null: no bound. */
  readonly costPerDay: number | null;
  readonly costPerTask: number | null;
  readonly problems: readonly PlacedProblem[];
}

export async function estimateCost(ports: Pick<Ports, 'store' | 'journal'>): Promise<Result<EstimateAnswer>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  const { survey } = opened.value;
  const open = opened.value.graph().tasks.filter((task) => task.kind === 'task' && isOpen(task));
  const { costs, broken, kept } = await knownCosts(ports);
  const { costPerDay, costPerTask } = budgetsOf(survey.config);
  return done({ ...estimateCosts(open, costs, survey.agents, survey.config), broken, kept, costPerDay, costPerTask, problems: survey.problems });
}
