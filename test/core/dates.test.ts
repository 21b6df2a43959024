import { describe, expect, it } from 'vitest';
import { instantOf, isTimeZone } from '../../src/core/dates.ts';

const iso = (text: string, zone: string): string | null => {
  const instant = instantOf(text, zone);
  return instant === null ? null : new Date(instant).toISOString();
};

describe('instantOf', () => {
  it.each([
    ['2025-08-12', 'UTC', '2025-08-12T23:59:59.999Z'],
    ['2025-08-12', 'America/New_York', '2025-08-13T03:59:59.999Z'],
    ['2025-08-12', 'Asia/Kolkata', '2025-08-12T18:29:59.999Z'],
    ['2025-08-12', 'Pacific/Kiritimati', '2025-08-12T09:59:59.999Z'],
    [' 2025-08-12 ', 'UTC', '2025-08-12T23:59:59.999Z'],
    ['2025-08-10 14:00', 'UTC', '2025-08-10T14:00:00.000Z'],
    ['2025-08-10 14:00', 'Europe/Berlin', '2025-08-10T12:00:00.000Z'],
    ['2025-01-10 14:00:30', 'Europe/Berlin', '2025-01-10T13:00:30.000Z'],
    ['2025-08-10T14:00', 'Europe/Berlin', '2025-08-10T12:00:00.000Z'],
    ['2025-08-10T14:00:05.25Z', 'Europe/Berlin', '2025-08-10T14:00:05.250Z'],
    ['2025-08-10T14:00:00+02:00', 'UTC', '2025-08-10T12:00:00.000Z'],
    ['2025-08-10T14:00:00-0730', 'UTC', '2025-08-10T21:30:00.000Z'],
    ['2025-08-10 14:00 +02', 'UTC', '2025-08-10T12:00:00.000Z'],
    ['0001-01-01', 'UTC', '0001-01-01T23:59:59.999Z'],
  ])('reads %s in %s', (text, zone, expected) => {
    expect(iso(text, zone)).toBe(expected);
  });

  it.each([
    ['2025-02-30'], ['2025-13-01'], ['2025-00-10'], ['2023-02-29'], ['2025-8-12'], ['12.08.2025'], ['2025-08-12T24:00Z'], ['2025-08-12 10:60'],
    ['2025-08-12T10:00:00+25:00'], ['When unblocked'], ['ISO 8601'], ['YYYY-MM-DD'], [''], ['20250812'], ['2025-08-12T10'],
  ])('does not take %j for a date', (text) => {
    expect(instantOf(text, 'UTC')).toBeNull();
  });

  it.each([
    ['the last day of summer time is 25 hours long', '2025-10-26', 'Europe/Berlin', '2025-10-26T22:59:59.999Z'],
    ['the first day of summer time is 23 hours long', '2025-03-30', 'Europe/Berlin', '2025-03-30T21:59:59.999Z'],
    ['an hour that comes twice means the first', '2025-10-26 02:30', 'Europe/Berlin', '2025-10-26T00:30:00.000Z'],
    ['an hour that is skipped moves past the gap', '2025-03-30 02:30', 'Europe/Berlin', '2025-03-30T01:30:00.000Z'],
    ['the day before a midnight that is skipped', '2018-11-03', 'America/Sao_Paulo', '2018-11-04T02:59:59.999Z'],
    ['a zone that skipped a whole day', '2011-12-29', 'Pacific/Apia', '2011-12-30T09:59:59.999Z'],
  ])('%s', (_, text, zone, expected) => {
    expect(iso(text, zone)).toBe(expected);
  });

  it('counts an unknown zone as UTC', () => {
    expect(iso('2025-08-12 10:00', 'Mars/Olympus')).toBe('2025-08-12T10:00:00.000Z');
  });
});

describe('isTimeZone', () => {
  it.each([['UTC', true], ['Europe/Berlin', true], ['Mars/Olympus', false], ['', false]])('%j: %s', (name, expected) => {
    expect(isTimeZone(name)).toBe(expected);
  });
});
