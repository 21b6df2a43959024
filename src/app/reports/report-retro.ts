/** A look back at a day, a week, or all of it. */
import { dayOf, dayStart } from '../../core/days.ts';
import { settingsOf } from '../../core/documents/settings.ts';
import type { Period } from '../../core/metrics/measured.ts';
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { retro } from '../../core/reports/retro.ts';
import type { Retro } from '../../core/reports/retro.ts';
import { openWithClaims } from '../open-with-claims.ts';
import type { Ports } from '../ports.ts';
import { readMetrics } from './read-metrics.ts';

export const SPANS = ['daily', 'weekly', 'final'] as const;
export type Span = (typeof SPANS)[number];

export interface RetroReport {
  readonly span: Span;
  readonly project: string | null;
  readonly timeZone: string;
  /** What of the whole is done, from 0 to 1. */
  readonly completion: number;
  readonly retro: Retro;
  readonly problems: readonly PlacedProblem[];
}

export async function reportRetro(ports: Ports, span: Span): Promise<Result<RetroReport>> {
  const opened = await openWithClaims(ports);
  if (!opened.ok) return opened;
  const { survey, problems } = opened.value.view;
  const { timeZone } = settingsOf(survey.config);
  const period = { from: 0, to: ports.clock.now().getTime() + 1 };
  const read = await readMetrics(ports, opened.value, { period, coverage: null, runs: false });
  if (!read.ok) return read;
  const { evidence } = read.value;
  const from = beginOf(span, period, timeZone) ?? evidence.begins ?? period.to - 1;
  const { agents, completion, config } = survey;
  return done({ span, project: config.project ?? null, timeZone, completion, retro: retro(evidence, { ...period, from }, { agents, timeZone }), problems });
}

const WEEK = 7 * 86_400_000;

/** A day begins at midnight there; a week is seven times 24 hours. null: with the first that is known. */
function beginOf(span: Span, { to }: Period, timeZone: string): number | null {
  if (span === 'daily') return dayStart(dayOf(to - 1, timeZone), timeZone);
  return span === 'weekly' ? to - 1 - WEEK : null;
}
