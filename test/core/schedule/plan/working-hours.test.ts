import { describe, expect, it } from 'vitest';
import { DEFAULT_HOURS, parseHours } from '../../../../src/core/schedule/plan/working-hours.ts';

const H = 60;
const week = (days: Readonly<Record<number, readonly (readonly number[])[]>>): readonly (readonly (readonly number[])[])[] => Array.from({ length: 7 }, (_, day) => days[day] ?? []);
const days = (list: readonly number[], hours: readonly (readonly number[])[]): ReturnType<typeof week> => week(Object.fromEntries(list.map((day) => [day, hours])));

describe('parseHours', () => {
  it.each([
    ['mon-fri 09:00-17:00', DEFAULT_HOURS],
    ['9-17', DEFAULT_HOURS],
    ['Weekdays 09:00 – 17:00', DEFAULT_HOURS],
    ['Monday-Friday 9:00-17:00', DEFAULT_HOURS],
    ['14:00-16:30', days([1, 2, 3, 4, 5], [[14 * H, 16 * H + 30]])],
    ['mon-fri 08:00-12:00, 13:00-17:00', days([1, 2, 3, 4, 5], [[8 * H, 12 * H], [13 * H, 17 * H]])],
    ['mon, wed 9-12; sat 10-11', week({ 1: [[540, 720]], 3: [[540, 720]], 6: [[600, 660]] })],
    ['fri-mon 10-11', days([5, 6, 0, 1], [[600, 660]])],
    ['daily 8-10 9-12', days([0, 1, 2, 3, 4, 5, 6], [[480, 720]])],
    ['sat 22:00-02:00', week({ 6: [[1320, 1440]], 0: [[0, 120]] })],
    ['24/7', days([0, 1, 2, 3, 4, 5, 6], [[0, 1440]])],
    ['daily 0-24', days([0, 1, 2, 3, 4, 5, 6], [[0, 1440]])],
  ])('%j', (text, expected) => {
    expect(parseHours(text)).toEqual(expected);
  });

  it.each([[''], ['async'], ['mon-fri'], ['09:00-09:00'], ['9:00-25:00'], ['9:75-10:00'], ['mon-fri 09:00-17:00 UTC'], ['someday 9-17'], ['9-17 mon'], ['mon '.repeat(100)]])('%j says no hours', (text) => {
    expect(parseHours(text)).toBeNull();
  });
});
