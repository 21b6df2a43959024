/** All figures of a time, how they went week by week before its end, and how far they are from what coord.yaml wants. */
import type { Agent } from '../model.ts';
import type { Evidence } from './evidence.ts';
import { evidenceOf } from './evidence.ts';
import { FIGURE_NAMES, FIGURES } from './figures.ts';
import type { FigureName } from './figures.ts';
import { holdTargets } from './hold-targets.ts';
import type { HeldTarget, TargetSources } from './hold-targets.ts';
import type { Measured, Period, Unit } from './measured.ts';
import type { TargetSettings } from '../schemas/types.ts';

export interface Figure extends Measured {
  readonly name: FigureName;
  readonly unit: Unit;
  /** The same week by week up to the end, oldest first; null in it: unknown. null: it cannot be told of earlier times. */
  readonly trend: readonly (number | null)[] | null;
}

export interface AgentFigures {
  readonly agent: string;
  readonly figures: readonly Figure[];
  /** What success means for it, in words: nothing here measures them. */
  readonly criteria: readonly string[];
}

export interface Metrics {
  readonly period: Period;
  readonly figures: readonly Figure[];
  /** Those of the team, and whoever else jobs were run as. */
  readonly agents: readonly AgentFigures[];
  readonly targets: readonly HeldTarget[];
}

export interface MetricsRequest extends Pick<TargetSources, 'verified' | 'idOf'> {
  readonly period: Period;
  readonly agents: readonly Agent[];
  readonly targets: Readonly<Record<string, TargetSettings>>;
}

export const WEEKS = 8;
const WEEK = 7 * 86_400_000;

export function makeMetrics(evidence: Evidence, { period, agents, targets, verified, idOf }: MetricsRequest): Metrics {
  const ids = [...new Set([...agents.map(({ id }) => id), ...evidence.jobs.map(({ agent }) => agent)])];
  const own = new Map(ids.map((id) => [id, evidenceOf(evidence, id)]));
  const measure = (figure: FigureName, agent: string | null): Measured => FIGURES[figure].measure(agent === null ? evidence : (own.get(agent) ?? evidenceOf(evidence, agent)), period);
  return {
    period,
    figures: FIGURE_NAMES.map((name) => ({ ...figureOf(name, evidence, period), trend: trendOf(name, evidence, period) })),
    agents: [...own].map(([agent, its]) => ({ agent, figures: FIGURE_NAMES.map((name) => figureOf(name, its, period)), criteria: criteriaOf(agents, agent) })),
    targets: holdTargets(targets, { measure, verified, idOf }),
  };
}

function figureOf(name: FigureName, evidence: Evidence, period: Period): Figure {
  const { unit, measure } = FIGURES[name];
  return { name, unit, ...measure(evidence, period), trend: null };
}

/** Eight weeks, however long the time itself is. */
function trendOf(name: FigureName, evidence: Evidence, { to }: Period): Figure['trend'] {
  const { of, measure } = FIGURES[name];
  const weeks = Array.from({ length: WEEKS }, (_, index) => to - (WEEKS - index) * WEEK);
  return of === 'now' ? null : weeks.map((from) => measure(evidence, { from, to: from + WEEK }).value);
}

function criteriaOf(agents: readonly Agent[], id: string): readonly string[] {
  const criteria = agents.find((agent) => agent.id === id)?.more['criteria'];
  return Array.isArray(criteria) ? criteria.map(String) : [];
}
