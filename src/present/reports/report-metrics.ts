/** Metrics as tables: targets first, then figures with how they went, then agents. */
import type { MetricsReport } from '../../app/reports/report-metrics.ts';
import { groupBy } from '../../core/group-by.ts';
import type { FigureName } from '../../core/metrics/figures.ts';
import type { HeldTarget } from '../../core/metrics/hold-targets.ts';
import { WEEKS } from '../../core/metrics/make-metrics.ts';
import type { AgentFigures, Figure, Metrics } from '../../core/metrics/make-metrics.ts';
import { figureTitle, figureValue, sparkline, TARGET_STATES, UNKNOWN_WORDS } from './figure-words.ts';
import { paint } from '../text/paint.ts';
import { say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { table } from '../text/table.ts';
import { moment } from '../text/time.ts';
import { count, listed, onLines } from '../text/words.ts';

export function metricsText({ metrics }: MetricsReport, screen: Screen): string {
  const { figures, targets, agents, period } = metrics;
  const parts = [
    `Since ${moment(new Date(period.from), screen)}. The bars are the last ${WEEKS} weeks, the oldest first.`,
    targets.length === 0 ? '' : targetTable(targets, screen),
    figureTable(figures, screen),
    agentTable(agents, screen),
    unknownWords(metrics),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

const SOURCES: Readonly<Record<Exclude<HeldTarget['from'], null>, string>> = { records: 'by coord', verifier: 'by its verifier', hand: 'entered by hand' };

function targetTable(targets: readonly HeldTarget[], screen: Screen): string {
  const { green, red, yellow } = paint(screen);
  const colours = { met: green, missed: red, unknown: yellow } as const;
  const rows = targets.map(({ name, agent, target, value, unit, state, why, from }) => [agent === null ? name : `${name} (${agent})`, target, value === null ? '-' : figureValue(value, unit), TARGET_STATES[state], why === null ? SOURCES[from ?? 'records'] : UNKNOWN_WORDS[why]]);
  const right = { right: true } as const;
  return table(['target', 'wanted', 'is', 'state', 'measured'], rows, [{}, right, right, { paint: (cell, at) => colours[targets[at]?.state ?? 'unknown'](cell) }, { gives: true }], screen);
}

function figureTable(figures: readonly Figure[], screen: Screen): string {
  const known = figures.filter(({ value }) => value !== null);
  const rows = known.map((figure) => [figureTitle(figure.name), figureValue(figure.value ?? 0, figure.unit), figure.trend === null ? '' : sparkline(figure.trend, figure.unit), basis(figure)]);
  return rows.length === 0 ? '' : table(['figure', 'value', `${WEEKS} weeks`, 'measured on'], rows, [{}, { right: true }, {}, { gives: true }], screen);
}

function basis({ name, unit, samples, leftOut, spread }: Figure): string {
  const ends = spread === null || samples === 1 ? [] : [`p95 ${figureValue(spread.p95, unit)}`, `p99 ${figureValue(spread.p99, unit)}`];
  const measured = COUNTED.has(name) ? [] : [String(samples)];
  return [...measured, ...ends, ...(leftOut === 0 ? [] : [`${leftOut} left out`])].join(', ');
}

/** What they are measured on is the figure itself. */
const COUNTED: ReadonlySet<FigureName> = new Set<FigureName>(['open_blockers', 'tasks_done', 'throughput', 'queue_depth']);
const OF_AGENTS = [['tasks_done', 'done'], ['completion_on_time', 'on time'], ['cycle_time', 'started to done'], ['handoff_success', 'handoffs'], ['open_blockers', 'blockers'], ['job_success', 'jobs'], ['cost', 'cost']] as const satisfies readonly (readonly [FigureName, string])[];

function agentTable(agents: readonly AgentFigures[], screen: Screen): string {
  if (agents.length === 0) return '';
  const cell = (figures: readonly Figure[], name: FigureName): string => {
    const figure = figures.find((one) => one.name === name);
    return figure === undefined || figure.value === null ? '-' : figureValue(figure.value, figure.unit);
  };
  return table(['agent', ...OF_AGENTS.map(([, head]) => head)], agents.map(({ agent, figures }) => [agent, ...OF_AGENTS.map(([name]) => cell(figures, name))]), [{}, ...OF_AGENTS.map(() => ({ right: true }) as const)], screen);
}

function unknownWords({ figures, agents }: Metrics): string {
  const unknown = figures.flatMap(({ name, unknown: why }) => (why === null ? [] : [{ name, why }]));
  const reasons = [...groupBy(unknown, ({ why }) => why, ({ name }) => name)].map(([why, names]) => `Unknown, since ${UNKNOWN_WORDS[why]}: ${listed(names.map(figureTitle))}.`);
  const inWords = agents.filter(({ criteria }) => criteria.length > 0);
  return onLines(...reasons, inWords.length === 0 ? '' : say`What success means for ${listed(inWords.map(({ agent }) => agent), 6)} is said in words alone (${count(inWords.reduce((sum, { criteria }) => sum + criteria.length, 0), 'criterion', 'criteria')}): a target with \`agent\` measures it.`);
}
