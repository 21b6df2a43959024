import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../../src/core/schedule/plan/calendar.ts';
import { DEFAULT_HOURS, parseHours } from '../../../../src/core/schedule/plan/working-hours.ts';

const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(text);
const iso = (instant: number): string => new Date(instant).toISOString().slice(0, 16);
const usual = (zone: string, start: string) => createCalendar(DEFAULT_HOURS, zone, at(start));

describe('a calendar', () => {
  it('goes on the next working day where a day ends', () => {
    const calendar = usual('UTC', '2025-08-14T00:00Z');
    expect(iso(calendar.next(at('2025-08-14T03:00Z')))).toBe('2025-08-14T09:00');
    expect(iso(calendar.end(at('2025-08-14T03:00Z'), 8 * HOUR))).toBe('2025-08-14T17:00');
    expect(iso(calendar.end(at('2025-08-14T16:00Z'), 2 * HOUR))).toBe('2025-08-15T10:00');
    expect(iso(calendar.end(at('2025-08-15T16:00Z'), 2 * HOUR))).toBe('2025-08-18T10:00');
    expect(iso(calendar.next(at('2025-08-15T17:00Z')))).toBe('2025-08-18T09:00');
    expect(iso(calendar.begin(at('2025-08-18T10:00Z'), 2 * HOUR))).toBe('2025-08-15T16:00');
    expect(calendar.between(at('2025-08-15T00:00Z'), at('2025-08-18T10:00Z'))).toBe(9 * HOUR);
  });

  it('keeps to the clocks of its zone when these change', () => {
    const spring = usual('Europe/Berlin', '2025-03-24T00:00Z');
    expect(iso(spring.next(at('2025-03-28T20:00Z')))).toBe('2025-03-31T07:00');
    expect(iso(spring.next(at('2025-03-28T00:00Z')))).toBe('2025-03-28T08:00');
    const night = createCalendar(parseHours('daily 00:00-08:00') ?? DEFAULT_HOURS, 'Europe/Berlin', at('2025-03-29T12:00Z'));
    expect(night.between(at('2025-03-29T12:00Z'), at('2025-03-30T12:00Z'))).toBe(7 * HOUR);
    const autumn = createCalendar(parseHours('daily 00:00-08:00') ?? DEFAULT_HOURS, 'Europe/Berlin', at('2025-10-25T12:00Z'));
    expect(autumn.between(at('2025-10-25T12:00Z'), at('2025-10-26T12:00Z'))).toBe(9 * HOUR);
  });

  it('reaches two hundred years and no further', () => {
    const calendar = usual('UTC', '2025-08-11T00:00Z');
    expect(calendar.end(at('2025-08-11T00:00Z'), 1e14)).toBe(Infinity);
    expect(calendar.next(Infinity)).toBe(Infinity);
    expect(calendar.end(Infinity, HOUR)).toBe(Infinity);
  });

  it('agrees with itself', () => {
    const hours = fc.constantFrom('24/7', '9-17', 'daily 22:00-06:00', 'mon,thu 8-9:30 11-12');
    const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(hours, zone, fc.nat(200 * 24 * 60), fc.integer({ min: 1, max: 9000 }), (text, name, minutes, length) => {
        const calendar = createCalendar(parseHours(text) ?? DEFAULT_HOURS, name, at('2025-01-01T00:00Z'));
        const from = at('2025-01-08T00:00Z') + minutes * 60_000;
        const work = length * 60_000;
        const start = calendar.next(from);
        const end = calendar.end(from, work);
        expect(calendar.end(start, work)).toBe(end);
        expect(calendar.between(start, end)).toBe(work);
        expect(calendar.between(from, start)).toBe(0);
        expect(calendar.end(calendar.begin(end, work), work)).toBe(end);
        expect(calendar.begin(end, work)).toBeGreaterThanOrEqual(start);
      }),
    );
  });
});
