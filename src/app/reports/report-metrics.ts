/** Metrics of a workspace up to now. Only verifiers are run, and only where that is asked for. */
import { sinceOf } from '../../core/days.ts';
import { settingsOf } from '../../core/documents/settings.ts';
import { WEEKS } from '../../core/metrics/make-metrics.ts';
import type { Metrics } from '../../core/metrics/make-metrics.ts';
import type { Period } from '../../core/metrics/measured.ts';
import type { Config } from '../../core/model.ts';
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { openWithClaims } from '../open-with-claims.ts';
import type { Ports } from '../ports.ts';
import { readMetrics } from './read-metrics.ts';
import type { MetricsNeed } from './read-metrics.ts';

export interface MetricsRequest extends Pick<MetricsNeed, 'coverage' | 'runs'> {
  /** A date, a time or a length of time, as typed; null: eight weeks ago. */
  readonly since: string | null;
}

export interface MetricsReport {
  readonly project: string | null;
  readonly metrics: Metrics;
  readonly problems: readonly PlacedProblem[];
}

export async function reportMetrics(ports: Ports, { since, ...asked }: MetricsRequest): Promise<Result<MetricsReport>> {
  const opened = await openWithClaims(ports);
  if (!opened.ok) return opened;
  const { survey, problems } = opened.value.view;
  const period = periodSince(since, survey.config, ports.clock.now().getTime());
  if (!period.ok) return period;
  const read = await readMetrics(ports, opened.value, { period: period.value, ...asked });
  return read.ok ? done({ project: survey.config.project ?? null, metrics: read.value.metrics, problems }) : read;
}

const EIGHT_WEEKS = WEEKS * 7 * 86_400_000;

/** Up to now, with what happens at this very instant. */
export function periodSince(typed: string | null, config: Config, now: number): Result<Period> {
  const from = typed === null ? now - EIGHT_WEEKS : sinceOf(typed, settingsOf(config).timeZone, now);
  if (from === null || from > now) return refused('bad-value', { option: '--since', value: typed ?? '', expected: 'a date or a time that is past, or a length of time such as "30 days"' });
  return done({ from, to: now + 1 });
}
