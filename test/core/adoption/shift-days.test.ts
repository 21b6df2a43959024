import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber, firstDay, shifted } from '../../../src/core/adoption/shift-days.ts';

test.each([
  ['2025-08-11', '2026-01-05', '2025-08-12', '2026-01-06'],
  ['2025-08-11', '2024-02-28', '2025-08-12', '2024-02-29'],
  ['2025-08-11', '2025-08-11', '2025-09-20', '2025-09-20'],
])('the first day %s becomes %s, so %s becomes %s', (first, start, date, result) => {
  const move = shifted([date, first], start);
  expect([move(first), move(date)]).toEqual([start, result]);
});

test('days between dates stay the same', () => {
  const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.array(date, { minLength: 1 }), date, (dates, start) => {
      const move = shifted(dates, start);
      const [first] = [...dates].sort();
      const apart = (to: string, from: string): number => (dayNumber(to) ?? 0) - (dayNumber(from) ?? 0);
      for (const one of dates) expect(apart(move(one), start)).toBe(apart(one, first ?? ''));
    }),
  );
});

test.each(['2025-02-30', '2025-8-1', 'tomorrow', ''])('%j is no date', (text) => {
  expect(dayNumber(text)).toBeNull();
});

test.each([
  [['2025-08-13', '2025-08-11'], '2025-08-11', '2025-08-11'],
  [['2025-08-13', '2025-08-11'], '2025-08-12', '2025-08-18'],
  [['2025-08-11'], '2025-08-04', '2025-08-11'],
  [['2024-02-26'], '2026-11-21', '2026-11-23'],
  [[], '2026-11-21', null],
])('the first of %j, on %s, falls on %s: never in the past, always on its weekday', (dates, today, first) => {
  expect(firstDay(dates, today)).toBe(first);
});
