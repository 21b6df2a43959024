import { expect, test } from 'vitest';
import { NOTHING_TOLD, outcome } from '../../../src/core/dispatch/outcome.ts';
import { costOf, mostOf, priced, priceOf } from '../../../src/core/dispatch/price.ts';

const used = (cached: number) => outcome('ok', null, { ...NOTHING_TOLD, tokens: { input: 1_000_000, output: 100_000, cached } });
const cost = (...given: Parameters<typeof priced>) => {
  const { cost_usd: dollars, cost_basis: basis } = priced(...given);
  return [dollars, basis];
};

test('by the price that coord.yaml has, else the published one', () => {
  expect(cost(used(0), 'claude-sonnet-5-5', {})).toEqual([3, 'priced']);
  expect(cost(used(0), 'claude-sonnet-5-5', { 'claude-sonnet-5-5': { input: 1, output: 1 } })).toEqual([1.1, 'priced']);
  expect(cost(used(2_000_000), 'mine', { mine: { input: 1, output: 1, cached: 0.5 } })).toEqual([2.1, 'priced']);
});

test('what has no price, or is told by the runtime, stays as it is', () => {
  expect(cost(used(0), 'mine', {})).toEqual([null, 'unknown']);
  expect(cost(used(0), 'constructor', {})).toEqual([null, 'unknown']);
  expect(cost(used(0), null, {})).toEqual([null, 'unknown']);
  expect(cost(used(1), 'mine', { mine: { input: 8, output: 40 } })).toEqual([null, 'unknown']);
  // Longer requests to it cost more, and of several together nobody knows how long each was.
  expect(cost(used(0), 'claude-haiku-5-5', {})).toEqual([null, 'unknown']);
  expect(cost(outcome('ok', null), 'claude-sonnet-5-5', {})).toEqual([null, 'unknown']);
  expect(cost(outcome('ok', null, { ...NOTHING_TOLD, tokens: { input: 1, output: 1, cached: 0 }, cost_usd: 0.5, cost_basis: 'reported' }), 'claude-sonnet-5-5', {})).toEqual([0.5, 'reported']);
});

test('one request is priced by its length, and by what went into the cache', () => {
  const price = (model: string) => priceOf(model, {}) ?? { input: 0, output: 0 };
  const tokens = { input: 60_000, output: 10_000, cached: 30_000, written: 50_000 };
  expect(costOf(price('claude-opus-5-5'), tokens, true)).toBeCloseTo((10_000 * 4 + 50_000 * 5 + 30_000 * 0.2 + 10_000 * 20) / 1e6, 10);
  expect(costOf(price('claude-haiku-5-5'), tokens, true)).toBeCloseTo((10_000 * 0.1 + 50_000 * 0.125 + 30_000 * 0.01 + 10_000 * 0.5) / 1e6, 10);
  expect(costOf(price('claude-haiku-5-5'), { ...tokens, cached: 40_001 }, true)).toBeCloseTo((10_000 * 0.5 + 50_000 * 0.625 + 40_001 * 0.05 + 10_000 * 2.5) / 1e6, 10);
  expect(costOf(price('claude-fable-5-2'), tokens, true)).toBeCloseTo((10_000 * 8 + 50_000 * 10 + 30_000 * 0.2 + 10_000 * 40) / 1e6, 10);
  expect(costOf({ input: 8, output: 40 }, tokens, true)).toBeNull();
});

test('a bound holds by what it cannot have cost more than', () => {
  expect(mostOf({ input: 8, output: 40 }, { input: 60_000, output: 10_000, cached: 30_000, written: 50_000 })).toBeCloseTo((10_000 * 8 + 50_000 * 16 + 30_000 * 8 + 10_000 * 40) / 1e6, 10);
});
