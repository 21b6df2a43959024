/** Figures for somebody who looks on: all of the history is read for them, so they hold for a while. */
import type { Metrics } from '../../core/metrics/make-metrics.ts';
import type { OpenedWithClaims } from '../open-with-claims.ts';
import type { Ports } from '../ports.ts';
import { readMetrics } from '../reports/read-metrics.ts';
import { periodSince } from '../reports/report-metrics.ts';

/** Milliseconds, where no commit changed them. */
const HOLD = 60_000;

/** `commit`: the last one to the workspace. */
export type Figures = (opened: OpenedWithClaims, commit: string | null) => Promise<Metrics | null>;

export function keepFigures(ports: Ports): Figures {
  let last: { readonly metrics: Metrics | null; readonly commit: string | null; readonly at: number } | null = null;
  return async (opened, commit) => {
    const at = ports.clock.now().getTime();
    if (last === null || last.commit !== commit || at - last.at >= HOLD) last = { metrics: await measure(ports, opened, at), commit, at };
    return last.metrics;
  };
}

async function measure(ports: Ports, opened: OpenedWithClaims, at: number): Promise<Metrics | null> {
  const period = periodSince(null, opened.view.survey.config, at);
  const read = period.ok ? await readMetrics(ports, opened, { period: period.value, coverage: null, runs: false }) : period;
  return read.ok ? read.value.metrics : null;
}
