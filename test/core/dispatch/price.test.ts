import { expect, test } from 'vitest';
import { NOTHING_TOLD, outcome } from '../../../src/core/dispatch/outcome.ts';
import { priced } from '../../../src/core/dispatch/price.ts';

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
  expect(cost(used(1), 'claude-sonnet-5-5', {})).toEqual([null, 'unknown']);
  expect(cost(outcome('ok', null), 'claude-sonnet-5-5', {})).toEqual([null, 'unknown']);
  expect(cost(outcome('ok', null, { ...NOTHING_TOLD, tokens: { input: 1, output: 1, cached: 0 }, cost_usd: 0.5, cost_basis: 'reported' }), 'claude-sonnet-5-5', {})).toEqual([0.5, 'reported']);
});
