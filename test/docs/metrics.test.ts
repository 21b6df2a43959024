import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { FIGURE_NAMES, FIGURES } from '../../src/core/metrics/figures.ts';
import { metricName } from '../../src/present/reports/openmetrics.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

it('docs/metrics.md explains each figure there is, in the order in which they are told', () => {
  expect([...read('docs/metrics.md').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)).toEqual([...FIGURE_NAMES]);
});

describe('the alert rules', () => {
  const { groups } = parse(read('templates/prometheus-alerts.yml')) as { groups: { rules: { alert: string; expr: string; annotations: { summary: string } }[] }[] };
  const rules = groups.flatMap(({ rules: some }) => some);

  it.each(rules.map(({ alert, expr }) => [alert, expr]))('%s names only what is written', (_, expr) => {
    const names = [...expr.matchAll(/\bcoord_\w+/g)].map(([name]) => name);
    const written = new Set(['coord_target_met', 'coord_report_timestamp_seconds', ...FIGURE_NAMES.flatMap((name) => {
      const base = metricName(name, FIGURES[name].unit);
      return FIGURES[name].unit === 'seconds' ? [base, `${base}_count`, `${base}_sum`] : [base];
    })]);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !written.has(name))).toEqual([]);
  });

  it('cover what is asked of them, and say what is wrong', () => {
    expect(rules.map(({ alert }) => alert)).toEqual(expect.arrayContaining(['HighJobFailureRate', 'QueueBacklog', 'AgentDown']));
    expect(rules.every(({ annotations }) => annotations.summary !== '')).toBe(true);
  });
});
