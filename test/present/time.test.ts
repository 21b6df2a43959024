import { describe, expect, it } from 'vitest';
import { day, duration, moment } from '../../src/present/text/time.ts';
import { PIPE, TERMINAL } from '../support/screens.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe('duration', () => {
  it.each([
    [-5, '0 s'],
    [12 * SECOND, '12 s'],
    [59.9 * SECOND, '59 s'],
    [2 * MINUTE, '2 min'],
    [59 * MINUTE, '59 min'],
    [HOUR, '1 h'],
    [HOUR + 58 * MINUTE, '1 h 58 m'],
    [47 * HOUR, '47 h'],
    [76 * HOUR, '3 d 4 h'],
    [96 * HOUR, '4 d'],
  ])('%d ms is %s', (milliseconds, text) => {
    expect(duration(milliseconds)).toBe(text);
  });
});

describe('moment', () => {
  const time = new Date('2025-08-12T14:40:30.123Z');

  it('is local on a terminal, with the date unless it is today', () => {
    expect(moment(time, TERMINAL)).toBe('16:40 (local)');
    expect(moment(new Date('2025-08-12T22:05:00Z'), TERMINAL)).toBe('2025-08-13 00:05 (local)');
  });

  it('is UTC in a pipe', () => {
    expect(moment(time, PIPE)).toBe('2025-08-12T14:40:30Z');
  });

  it('gives the day of the screen', () => {
    const late = new Date('2025-08-12T22:05:00Z');
    expect([day(late, TERMINAL), day(late, PIPE)]).toEqual(['2025-08-13', '2025-08-12']);
  });
});
