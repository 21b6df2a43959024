/** Figures in words: their names, their values in units that people read, how they went, and why one is unknown. */
import type { FigureName } from '../../core/metrics/figures.ts';
import type { HeldTarget, Untold } from '../../core/metrics/hold-targets.ts';
import type { Unit } from '../../core/metrics/measured.ts';
import { money, tokenCount } from '../text/money.ts';
import { duration } from '../text/time.ts';

export function figureTitle(name: FigureName): string {
  return TITLES[name] ?? name.replaceAll('_', ' ');
}

const TITLES: Partial<Readonly<Record<FigureName, string>>> = { reopened: 'tasks done again', claim_contention: 'claims taken again', tokens: 'tokens used', monthly_cost: 'cost of 30 days', cycle_time: 'started to done', lead_time: 'recorded to done' };

export function figureValue(value: number, unit: Unit | 'plain'): string {
  switch (unit) {
    case 'share':
      return `${rounded(value * 100)} %`;
    case 'seconds':
      return seconds(value);
    case 'usd':
      return money(value);
    case 'tokens':
      return tokenCount(value);
    case 'per-day':
      return `${rounded(value)} a day`;
    case 'count':
    case 'plain':
      return rounded(value);
  }
}

function seconds(value: number): string {
  if (value < 1) return `${Math.round(value * 1000)} ms`;
  return value < 60 ? `${Number(value.toFixed(1))} s` : duration(value * 1000);
}

function rounded(value: number): string {
  return String(Number(value.toFixed(2)));
}

const BARS = '▁▂▃▄▅▆▇█';

/** Oldest first; a dot is unknown. Shares stand against the whole, everything else against the highest of them. */
export function sparkline(values: readonly (number | null)[], unit: Unit): string {
  const top = unit === 'share' ? 1 : Math.max(...values.map((value) => value ?? 0));
  return values.map((value) => (value === null ? '·' : (BARS[top <= 0 ? 0 : Math.min(BARS.length - 1, Math.floor((value / top) * (BARS.length - 1)))] ?? ''))).join('');
}

export const TARGET_STATES: Readonly<Record<HeldTarget['state'], string>> = { met: 'reached', missed: 'missed', unknown: 'unknown' };

export const UNKNOWN_WORDS: Readonly<Record<Untold, string>> = {
  none: 'nothing of the kind happened in that time',
  undated: 'no record says what is needed to measure it',
  'no-report': 'no coverage report was found: give one with --coverage',
  'unreadable-report': 'the coverage report cannot be read: --coverage <file> says why',
  'not-of-one': 'it is no figure of one agent',
  'verifier-failed': 'its verifier failed',
  'no-number': 'the last line that its verifier printed has no number',
  'no-verifier': 'coord.yaml has no verifier of that name',
  'no-goal': 'what the target says cannot be compared with a number',
  'no-value': 'nothing measures it: enter it as `value`, or name a verifier',
  'unreadable-value': 'its `value` is no figure',
  'not-run': 'its verifier was not run: coord report metrics --measure',
  'other-unit': 'the target counts in another unit than the figure',
};
