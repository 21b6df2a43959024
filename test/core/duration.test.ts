import { describe, expect, it } from 'vitest';
import { minutesOf, readEstimate } from '../../src/core/duration.ts';

describe('minutesOf', () => {
  it.each([
    ['15 minutes', 15], ['1 hour', 60], ['2 hours', 120], ['4h', 240], ['30 min', 30], ['2d', 2880], ['1 week', 10080], ['< 4 hours', 240], ['<= 1h', 60],
    ['within 24 hours', 1440], ['1 h 30 m', 90], ['1h30m', 90], ['1 hour, 5 mins', 65], ['90s', 1.5], ['0.5 h', 30], [' 4 Hours ', 240],
  ])('%j is %d minutes', (text, expected) => {
    expect(minutesOf(text)).toBe(expected);
  });

  it.each([['Next business day'], [''], ['4'], ['hours'], ['4 parsecs'], ['-4h'], ['h4'], ['soon, 4h'], ['3-4 hours'], ['4h !'], [`${'1h '.repeat(100)}x`], ['99999999999 weeks']])('%j is no length of time', (text) => {
    expect(minutesOf(text)).toBeNull();
  });
});

describe('minutesOf a bare number', () => {
  it.each([[90, 's', 1.5], [15, 'm', 15], [2, 'h', 120], [2, 'd', 2880]] as const)('%d %s is %d minutes', (number, unit, expected) => {
    expect(minutesOf(number, unit)).toBe(expected);
  });

  it('is none below zero', () => {
    expect(minutesOf(-1)).toBeNull();
  });
});

describe('readEstimate', () => {
  it.each([
    [3, 180], [0.5, 30], ['3', 180], ['2 days', 960], ['2d', 960], ['1 week', 2400], ['3-4 hours', 210], ['3 – 4 hours', 210], ['3 to 4 h', 210],
    ['45 min-2h', 82.5], ['1h', 60], ['30 min', 30], ['1d 4h', 720], ['3-4', 210], ['1-2 weeks', 3600],
  ])('%j is %d minutes of work', (estimate, expected) => {
    expect(readEstimate(estimate)?.minutes).toBe(expected);
  });

  it.each([[3, 0], ['2 days', 0], ['3-4 hours', 30], ['4-3 hours', 30], ['45 min-2h', 37.5], ['0-4h', 120]])('%j may be %d minutes more or less', (estimate, expected) => {
    expect(readEstimate(estimate)?.margin).toBe(expected);
  });

  it.each([['a while'], [''], [-1], [Number.NaN], [Number.POSITIVE_INFINITY], ['3-4 moons'], ['< 4 hours'], [1e300], ['1-99999999999 weeks']])('%j is no estimate', (estimate) => {
    expect(readEstimate(estimate)).toBeNull();
  });
});
