/** Metrics in the text form of OpenMetrics 1.0, for a file that a Prometheus collector reads. What is unknown is left out: there is no number for it. */
import type { FigureName } from '../../core/metrics/figures.ts';
import type { HeldTarget } from '../../core/metrics/hold-targets.ts';
import type { Figure, Metrics } from '../../core/metrics/make-metrics.ts';
import type { Unit } from '../../core/metrics/measured.ts';
import { figureTitle } from './figure-words.ts';
import { plain } from '../text/plain.ts';

type Labels = Readonly<Record<string, string>>;

interface Sample {
  readonly suffix: string;
  readonly labels: Labels;
  readonly value: number;
}

interface Family {
  readonly name: string;
  readonly type: 'gauge' | 'summary';
  readonly unit: string;
  readonly help: string;
  readonly samples: readonly Sample[];
}

/** By the unit that a figure counts in: what its name ends in, as OpenMetrics wants it. */
const UNITS: Readonly<Record<Unit, string>> = { share: 'ratio', seconds: 'seconds', count: '', 'per-day': '', tokens: '', usd: 'dollars' };

export function metricName(name: FigureName, unit: Unit): string {
  return ['coord', name, UNITS[unit]].filter((word) => word !== '').join('_');
}

/** `project`: a collector may read the files of several from one folder. */
export function openMetrics({ figures, agents, targets, period }: Metrics, project: string | null): string {
  const families = [...figures.map((figure) => familyOf(figure, agents.flatMap(({ agent, figures: own }) => own.filter(({ name }) => name === figure.name).map((one) => [agent, one] as const)))), ...targetFamilies(targets), reportTime(period.to - 1)];
  const common = project === null ? {} : { project };
  return `${families.filter(({ samples }) => samples.length > 0).map((family) => familyText(family, common)).join('')}# EOF\n`;
}

/** The whole without `agent`, and each agent's with it: never to be added up. */
function familyOf(figure: Figure, own: readonly (readonly [agent: string, figure: Figure])[]): Family {
  const samples = [...samplesOf(figure, {}), ...own.flatMap(([agent, its]) => samplesOf(its, { agent }))];
  const isSummary = samples.some(({ suffix }) => suffix === '_count');
  return { name: metricName(figure.name, figure.unit), type: isSummary ? 'summary' : 'gauge', unit: UNITS[figure.unit], help: `${figureTitle(figure.name)} (docs/metrics.md)`, samples };
}

function samplesOf({ value, spread, samples }: Figure, labels: Labels): readonly Sample[] {
  if (value === null) return [];
  if (spread === null) return [{ suffix: '', labels, value }];
  const quantiles = [['0.5', spread.p50], ['0.95', spread.p95], ['0.99', spread.p99]] as const;
  return [...quantiles.map(([quantile, at]) => ({ suffix: '', labels: { ...labels, quantile }, value: at })), { suffix: '_count', labels, value: samples }, { suffix: '_sum', labels, value: spread.sum }];
}

function targetFamilies(targets: readonly HeldTarget[]): readonly Family[] {
  const labelled = targets.map((target) => ({ ...target, labels: { target: target.name, ...(target.agent === null ? {} : { agent: target.agent }) } }));
  const gauge = (name: string, help: string, valueOf: (target: HeldTarget) => number | null): Family => ({
    name,
    type: 'gauge',
    unit: '',
    help,
    samples: labelled.flatMap((target) => {
      const value = valueOf(target);
      return value === null ? [] : [{ suffix: '', labels: target.labels, value }];
    }),
  });
  return [
    gauge('coord_target_met', 'whether a target of coord.yaml is reached: 1 or 0', ({ state }) => (state === 'unknown' ? null : state === 'met' ? 1 : 0)),
    gauge('coord_target_value', 'the figure that is held against a target', ({ value }) => value),
    gauge('coord_target_goal', 'what a target of coord.yaml wants', ({ goal }) => goal),
  ];
}

/** Tells an alert that nobody wrote this file for a while. */
function reportTime(at: number): Family {
  return { name: 'coord_report_timestamp_seconds', type: 'gauge', unit: 'seconds', help: 'when these figures were worked out', samples: [{ suffix: '', labels: {}, value: at / 1000 }] };
}

function familyText({ name, type, unit, help, samples }: Family, common: Labels): string {
  const head = [`# TYPE ${name} ${type}`, ...(unit === '' ? [] : [`# UNIT ${name} ${unit}`]), `# HELP ${name} ${help}`];
  return [...head, ...samples.map(({ suffix, labels, value }) => `${name}${suffix}${labelText({ ...common, ...labels })} ${value}`)].map((line) => `${line}\n`).join('');
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${plain(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}
