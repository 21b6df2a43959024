/** Metrics as data. */
import type { HeldTarget } from '../core/metrics/hold-targets.ts';
import type { Figure, Metrics } from '../core/metrics/make-metrics.ts';
import type { FigureEntry, MetricTarget, ReportMetricsAnswer } from '../core/schemas/types.ts';

export function metricsEntry({ period, figures, agents, targets }: Metrics, file: string | null): ReportMetricsAnswer {
  return {
    since: new Date(period.from).toISOString(),
    at: new Date(period.to - 1).toISOString(),
    figures: figures.map(figureEntry),
    agents: agents.map(({ agent, figures: own, criteria }) => ({ agent, figures: own.map(figureEntry), criteria: [...criteria] })),
    targets: targets.map(targetEntry),
    file,
  };
}

function figureEntry({ name, unit, value, samples, leftOut, spread, unknown, trend }: Figure): FigureEntry {
  return { name, unit, value, samples, left_out: leftOut, spread, unknown, trend: trend && [...trend] };
}

function targetEntry({ name, figure, agent, target, by, goal, value, unit, from, state, why }: HeldTarget): MetricTarget {
  return { name, figure, agent, target, by, goal, value, unit, from, state, unknown: why };
}
