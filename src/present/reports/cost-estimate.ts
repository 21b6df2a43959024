/** What open tasks and a month may cost, an agent a line. */
import type { EstimateAnswer } from '../../app/reports/estimate-cost.ts';
import type { AgentEstimate, TaskCost } from '../../core/reports/cost-estimate.ts';
import { money } from '../text/money.ts';
import { PRICE_WORDS } from './report-cost.ts';
import type { Screen } from '../screen.ts';
import { table } from '../text/table.ts';
import { count, onLines } from '../text/words.ts';

export function estimateText(answer: EstimateAnswer, screen: Screen): string {
  const { agents, others } = answer;
  const left = others === 0 ? '' : `${count(others, 'open task')} of nobody that coord can run.`;
  if (agents.length === 0) return onLines('No open task is of an agent that coord can run: coord agents --health', left);
  const rows = agents.map((one) => [one.agent, String(one.tasks), one.task === null ? 'unknown' : money(one.task.middle), rangeWords(one), sourceWords(one), sumWords(one.task, one.tasks), one.runsPerMonth === null ? '-' : sumWords(one.task, one.runsPerMonth)]);
  const shape = [{}, { right: true }, { right: true }, { right: true }, {}, { right: true }, { right: true }] as const;
  return [table(['agent', 'open', 'a task', 'half between', 'by', 'open tasks', 'a month'], rows, shape, screen), onLines(...totals(answer), left)].filter((text) => text !== '').join('\n\n');
}

function totals({ agents, costPerDay, costPerTask }: EstimateAnswer): readonly string[] {
  const open = total(agents, ({ tasks }) => tasks);
  const month = total(agents, ({ runsPerMonth }) => runsPerMonth ?? 0);
  const unknown = agents.filter(({ task, tasks }) => task === null && tasks > 0).reduce((sum, { tasks }) => sum + tasks, 0);
  const dear = costPerTask === null ? [] : agents.filter(({ task }) => task !== null && task.middle > costPerTask);
  return [
    open === null ? '' : `All open tasks: ${money(open)}${unknown === 0 ? '' : ` without ${count(unknown, 'task')} of unknown cost`}.${costPerDay !== null && costPerDay > 0 && open > costPerDay ? ` At ${money(costPerDay)} a day that takes at least ${count(Math.ceil(open / costPerDay), 'day')}.` : ''}`,
    open === null && unknown > 0 ? `What ${count(unknown, 'open task')} ${unknown === 1 ? 'costs' : 'cost'} is unknown: no run told it yet, and usage of the agent states no tokens that have a price.` : '',
    month === null || !agents.some(({ runsPerMonth }) => runsPerMonth !== null) ? '' : `All runs of a month: ${money(month)}.`,
    costPerTask === null || dear.length === 0 ? '' : `More than a task may cost (${money(costPerTask)}): ${dear.map(({ agent }) => agent).join(', ')}.`,
    agents.some(({ from }) => from === 'stated') ? `Stated tokens are counted ${PRICE_WORDS}.` : '',
  ];
}

/** null: nothing of it is known. */
function total(agents: readonly AgentEstimate[], times: (agent: AgentEstimate) => number): number | null {
  const known = agents.filter(({ task }) => task !== null);
  return known.length === 0 ? null : known.reduce((sum, agent) => sum + (agent.task?.middle ?? 0) * times(agent), 0);
}

function rangeWords({ task, known }: AgentEstimate): string {
  return task === null || known < 2 ? '-' : `${money(task.low)} and ${money(task.high)}`;
}

function sourceWords({ from, known }: AgentEstimate): string {
  switch (from) {
    case 'runs':
      return `${count(known, 'task')} so far`;
    case 'stated':
      return 'stated tokens';
    case 'unknown':
      return '-';
  }
}

function sumWords(task: TaskCost | null, times: number): string {
  if (times === 0) return '-';
  return task === null ? 'unknown' : money(task.middle * times);
}
