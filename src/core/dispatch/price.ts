/** What a run cost by the tokens it used, where its runtime tells these and no cost. Never guessed: without a price it is unknown. */
import type { ModelPrice } from '../schemas/types.ts';
import type { Outcome } from './outcome.ts';

export type Price = ModelPrice & {
  /** Of requests that read more than `over` tokens, from a cache or not. */
  readonly long?: ModelPrice & { readonly over: number };
};

export interface UsedTokens {
  readonly input: number;
  readonly output: number;
  readonly cached: number;
  /** Those of `input` that were written to a cache, too; without it: none. */
  readonly written?: number;
}

/** Where they are published, and the day on which all of them were found there, or quoted from there, as they stand here. */
export const PRICES = { source: 'https://platform.claude.com/docs/en/about-claude/pricing', at: '2026-11-10' } as const;

/** US dollars per million tokens; `written` is for caches that last five minutes. */
const PUBLISHED: Readonly<Record<string, Price>> = {
  'claude-opus-5-5': { input: 4, output: 20, cached: 0.2, written: 5 },
  'claude-sonnet-5-5': { input: 2, output: 10, cached: 0.1, written: 2.5 },
  'claude-haiku-5-5': { input: 0.1, output: 0.5, cached: 0.01, written: 0.125, long: { over: 100_000, input: 0.5, output: 2.5, cached: 0.05, written: 0.625 } },
  'claude-fable-5-2': { input: 8, output: 40, cached: 0.2, written: 10 },
};

/** What is written to a cache for the longest time costs twice as much as what is read; nothing costs more. */
const DEAREST_WRITE = 2;

/** `prices`: by model, as coord.yaml has them; they count before what was published. */
export function priceOf(model: string, prices: Readonly<Record<string, ModelPrice>>): Price | null {
  return [prices, PUBLISHED].find((some) => Object.hasOwn(some, model))?.[model] ?? null;
}

/** US dollars; null where some of it has no price. Of several requests together it is not known how long each was. */
export function costOf(price: Price, tokens: UsedTokens, isOneRequest: boolean): number | null {
  const { long } = price;
  const isLong = long !== undefined && tokens.input + tokens.cached > long.over;
  if (isLong && !isOneRequest) return null;
  const rates = isLong ? long : price;
  const written = tokens.written ?? 0;
  const parts = [[tokens.input - written, rates.input], [written, rates.written ?? null], [tokens.cached, rates.cached ?? null], [tokens.output, rates.output]] as const;
  if (parts.some(([count, rate]) => count > 0 && rate === null)) return null;
  return parts.reduce((sum, [count, rate]) => sum + count * (rate ?? 0), 0) / 1e6;
}

/** US dollars that it cannot have cost more than: what has no price of its own counts in full. */
export function mostOf(price: Price, tokens: UsedTokens): number {
  const { input, output, cached, written } = price.long ?? price;
  const full = { input, output, cached: cached ?? input, written: Math.max(written ?? 0, DEAREST_WRITE * input) };
  return costOf(full, tokens, true) ?? 0;
}

export function priced(outcome: Outcome, model: string | null, prices: Readonly<Record<string, ModelPrice>>): Outcome {
  const { tokens, cost_basis: basis } = outcome;
  const price = model === null ? null : priceOf(model, prices);
  const cost = basis !== 'unknown' || tokens === null || price === null ? null : costOf(price, tokens, false);
  return cost === null ? outcome : { ...outcome, cost_usd: cost, cost_basis: 'priced' };
}
