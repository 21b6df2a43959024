import { describe, expect, it } from 'vitest';
import { lastQuantity, readGoal, readQuantity } from '../../../src/core/metrics/quantity.ts';

describe('a goal', () => {
  it.each([
    ['90%', { value: 0.9, unit: 'share', by: null }],
    ['> 80%', { value: 0.8, unit: 'share', by: '>' }],
    ['< 4 hours', { value: 14_400, unit: 'seconds', by: '<' }],
    ['at most 5 minutes', { value: 300, unit: 'seconds', by: '<=' }],
    ['under 200ms', { value: 0.2, unit: 'seconds', by: '<' }],
    ['1 hour', { value: 3600, unit: 'seconds', by: null }],
    ['< $60', { value: 60, unit: 'usd', by: '<' }],
    ['≥ 3', { value: 3, unit: 'plain', by: '>=' }],
    [0, { value: 0, unit: 'plain', by: null }],
  ])('reads %j', (text, goal) => {
    const read = readGoal(text);
    expect({ ...read, value: Number(read?.value.toFixed(9)) }).toMatchObject(goal);
  });

  it.each(['+40%', '-50%', 'soon', '', '<', '4 parsecs', '$5 %', `< ${'9'.repeat(200)}`])('does not make one of %j', (text) => {
    expect(readGoal(text)).toBeNull();
  });
});

describe('a figure that a person or a program writes', () => {
  it.each([['87%', 0.87, 'share'], ['180 ms', 0.18, 'seconds'], ['12.50 usd', 12.5, 'usd'], [42, 42, 'plain'], ['-3', -3, 'plain']])('is read from %j', (text, value, unit) => {
    expect(readQuantity(text)).toMatchObject({ value, unit });
  });

  it.each([
    ['Lines: 12\nCoverage: 87.5%\n\n', { value: 0.875, unit: 'share' }],
    ['p95 180 ms', { value: 0.18, unit: 'seconds' }],
    ['3 of 17 files', { value: 17, unit: 'plain' }],
    ['total $3.25', { value: 3.25, unit: 'usd' }],
    ['version v1.2.3 has 4', { value: 4, unit: 'plain' }],
  ])('is the last number of the last line of %j', (output, quantity) => {
    expect(lastQuantity(output)).toMatchObject(quantity);
  });

  it('is none where the last line has no number', () => {
    expect([lastQuantity(''), lastQuantity('12\nall good')]).toEqual([null, null]);
  });
});
