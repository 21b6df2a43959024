/** What measuring gives: a figure with what stands behind it, or why there is none. Nothing is ever guessed. */
import { quantile } from '../quantile.ts';

/** From the first instant to just before the second, in milliseconds since 1970. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** Shares go from 0 to 1; lengths of time are seconds, money US dollars. */
export type Unit = 'share' | 'seconds' | 'count' | 'per-day' | 'tokens' | 'usd';

/**
 * none: nothing of the kind happened in that time. undated: it did, but no record says what is needed to measure it.
 * no-report: no coverage report was found. unreadable-report: there is one that nobody can read.
 * not-of-one: it is a figure of the whole, not of one agent.
 */
export type Unmeasured = 'none' | 'undated' | 'no-report' | 'unreadable-report' | 'not-of-one';

export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly sum: number;
}

export interface Measured {
  /** null: unknown. Where there is a spread, its middle. */
  readonly value: number | null;
  /** How many it was measured on. */
  readonly samples: number;
  /** Those that would count if records said what is needed. */
  readonly leftOut: number;
  readonly spread: Spread | null;
  readonly unknown: Unmeasured | null;
}

export function unmeasured(unknown: Unmeasured, leftOut = 0): Measured {
  return { value: null, samples: 0, leftOut, spread: null, unknown };
}

/** Of no samples it is unknown. */
export function measured(value: number, samples: number, leftOut = 0): Measured {
  return samples === 0 ? unmeasured(leftOut > 0 ? 'undated' : 'none', leftOut) : { value, samples, leftOut, spread: null, unknown: null };
}

/** Something that is counted: none of it is a figure too. */
export function counted(value: number, leftOut = 0): Measured {
  return { value, samples: value, leftOut, spread: null, unknown: null };
}

export function shareOf(good: number, all: number, leftOut = 0): Measured {
  return measured(good / all, all, leftOut);
}

export function spreadOf(values: readonly number[], leftOut = 0): Measured {
  if (values.length === 0) return measured(0, 0, leftOut);
  const sorted = [...values].sort((one, other) => one - other);
  const spread = { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), p99: quantile(sorted, 0.99), sum: sorted.reduce((sum, value) => sum + value, 0) };
  return { value: spread.p50, samples: values.length, leftOut, spread, unknown: null };
}

export function isIn({ from, to }: Period, at: number): boolean {
  return at >= from && at < to;
}

/** Seconds from one time to a later one, where records say both with a time of day and in that order. */
export function secondsBetween(from: Moment | null, to: Moment | null): number | null {
  if (from === null || to === null || from.first !== from.last || to.first !== to.last || to.last < from.first) return null;
  return (to.last - from.first) / 1000;
}

/** When something happened, as far as a record says: a date alone is any time of that day. */
export interface Moment {
  readonly first: number;
  readonly last: number;
}
