import { describe, expect, it } from 'vitest';
import { addDays, dayOf, dayStart, sinceOf, workingDayBefore } from '../../src/core/days.ts';

const iso = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());
const at = (text: string): number => Date.parse(text);

describe('days of a zone', () => {
  it('are counted over the ends of months and years', () => {
    expect([addDays('2024-02-28', 1), addDays('2025-01-01', -1)]).toEqual(['2024-02-29', '2024-12-31']);
  });

  it('begin when the clocks there say so, in summer and winter', () => {
    expect(iso(dayStart('2025-08-12', 'UTC'))).toBe('2025-08-12T00:00:00.000Z');
    expect(iso(dayStart('2025-03-30', 'Europe/Berlin'))).toBe('2025-03-29T23:00:00.000Z');
    expect(iso(dayStart('2025-03-31', 'Europe/Berlin'))).toBe('2025-03-30T22:00:00.000Z');
    expect(dayStart('2025-02-30', 'UTC')).toBeNull();
  });

  it('are told from an instant', () => {
    expect([dayOf(at('2025-08-12T23:30:00Z'), 'Asia/Tokyo'), dayOf(at('2025-08-12T23:30:00Z'), 'UTC'), dayOf(at('2025-08-12T03:30:00Z'), 'America/New_York')]).toEqual(['2025-08-13', '2025-08-12', '2025-08-11']);
  });

  it.each([['2025-08-12', '2025-08-11'], ['2025-08-11', '2025-08-08'], ['2025-08-10', '2025-08-08'], ['2025-08-09', '2025-08-08']])('before %s the last working day was %s', (date, before) => {
    expect(workingDayBefore(date)).toBe(before);
  });

  it.each([
    ['2025-08-11', '2025-08-10T22:00:00.000Z'],
    ['2025-08-11 09:00', '2025-08-11T07:00:00.000Z'],
    ['24h', '2025-08-11T12:00:00.000Z'],
    ['2 days', '2025-08-10T12:00:00.000Z'],
    ['yesterday', null],
    ['', null],
  ])('since %j is %s', (text, since) => {
    expect(iso(sinceOf(text, 'Europe/Berlin', at('2025-08-12T12:00:00Z')))).toBe(since);
  });
});
