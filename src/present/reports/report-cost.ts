/** What runs cost, as a table with its sum, and what stands behind the figures. */
import type { Budget, BudgetedRow, CostReport } from '../../app/reports/report-cost.ts';
import type { KnownCosts } from '../../app/reports/known-costs.ts';
import { PRICES } from '../../core/dispatch/price.ts';
import { knownCost } from '../../core/reports/costs.ts';
import type { CostKey, CostSum, Known } from '../../core/reports/costs.ts';
import { brokenJournals } from '../jobs/jobs.ts';
import { money, tokenCount } from '../text/money.ts';
import { paint } from '../text/paint.ts';
import { say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { table } from '../text/table.ts';
import { moment } from '../text/time.ts';
import { count, listed, onLines } from '../text/words.ts';

const HEADS: Readonly<Record<CostKey, readonly [key: string, budget: string]>> = { agent: ['agent', 'today'], task: ['task', 'limit'], day: ['day (UTC)', 'limit'], month: ['month (UTC)', ''] };

export function costText(report: CostReport, screen: Screen): string {
  const { by, rows, total, since, notEnded } = report;
  const running = notEnded === 0 ? '' : `${count(notEnded, 'run')} ${notEnded === 1 ? 'has' : 'have'} not ended and ${notEnded === 1 ? 'is' : 'are'} not counted.`;
  const from = since === null ? '' : say` since ${moment(since, screen)}`;
  if (rows.length === 0) return onLines(since === null ? 'No agent was run here yet: coord dispatch' : `No agent was run${from}.`, running);
  const { bold } = paint(screen);
  const [key, head] = HEADS[by];
  const budget = rows.some((row) => row.budget !== null) ? head : '';
  const lines = [...rows.map((row) => [row.key ?? '(no task)', ...cells(row), budgetWords(row.budget, by)]), ['all', ...cells(total), '']];
  const right = { right: true } as const;
  const shape = [{ paint: (cell: string, at: number) => (at === rows.length ? bold(cell) : cell) }, right, right, right, right, right, right, right];
  return [table([key, 'runs', 'cost', 'unknown', 'read', 'cached', 'written', budget], lines, shape, screen), onLines(...notes(report), running)].filter((text) => text !== '').join('\n\n');
}

/** Each a line below the table. */
function notes({ total, today, rows, by }: CostReport): readonly string[] {
  const over = rows.filter(isOver).map(({ key }) => key ?? '');
  return [
    basisWords(total),
    total.unknown === 0 ? '' : `Of ${count(total.unknown, 'run')} nobody knows the cost: ${total.unknown === 1 ? 'it is' : 'they are'} in no sum.`,
    total.untold === 0 ? '' : `Of ${count(total.untold, 'run')} nobody knows the tokens.`,
    today.limit === null ? '' : `Today (UTC) ${money(today.spent)} of ${money(today.limit)}${today.spent >= today.limit ? ': nothing more is started' : ''}.`,
    over.length === 0 || by === 'day' ? '' : say`Nothing more is started ${by === 'agent' ? 'today of' : 'on'} ${listed(over, 6)}: the limit is reached.`,
  ];
}

function isOver({ budget }: BudgetedRow): boolean {
  return budget !== null && budget.spent >= budget.limit;
}

/** Where what is known comes from. */
function basisWords({ reported, priced }: Pick<CostSum, 'reported' | 'priced'>): string {
  const of = ({ runs, cost }: Known): string => `${money(cost)} of ${count(runs, 'run')}`;
  return onLines(reported.runs === 0 ? '' : `Reported by what ran: ${of(reported)}.`, priced.runs === 0 ? '' : `By tokens: ${of(priced)}, ${PRICE_WORDS}.`);
}

export const PRICE_WORDS = `at the prices of coord.yaml, else those published on ${PRICES.at} (${PRICES.source})`;

export function costTalk({ broken, kept }: Pick<KnownCosts, 'broken' | 'kept'>): string {
  const { path, unreadable } = kept;
  const lost = unreadable.length === 0 ? '' : say`${path}: ${unreadable.length === 1 ? 'line' : 'lines'} ${listed(unreadable.map(String), 6)} cannot be read, and what ${unreadable.length === 1 ? 'it says' : 'they say'} is in no sum.`;
  return onLines(brokenJournals(broken), lost);
}

function cells(sum: CostSum): string[] {
  const { runs, unknown, tokens, untold } = sum;
  const cost = knownCost(sum);
  const told = (tokenSum: number): string => (untold === runs ? '-' : tokenCount(tokenSum));
  return [String(runs), cost === null ? '-' : money(cost), unknown === 0 ? '-' : String(unknown), told(tokens.input), told(tokens.cached), told(tokens.output)];
}

function budgetWords(budget: Budget | null, by: CostKey): string {
  if (budget === null) return '';
  return by === 'day' ? money(budget.limit) : `${money(budget.spent)} of ${money(budget.limit)}`;
}
