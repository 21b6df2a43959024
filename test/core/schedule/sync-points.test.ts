import { describe, expect, it } from 'vitest';
import { nextSyncPoint } from '../../../src/core/schedule/sync-points.ts';

/** 12 August 2025 is a Tuesday. */
const next = (whens: readonly string[], now: string, timezone = 'UTC') => {
  const found = nextSyncPoint({ protocol: 1, timezone, sync_points: whens.map((when) => ({ when, about: when })) }, Date.parse(now));
  return found === null ? null : [found.about, new Date(found.at).toISOString().slice(0, 16)];
};

describe('the next sync point', () => {
  it.each([
    ['later today', ['daily 09:00'], '2025-08-12T08:59:59Z', ['daily 09:00', '2025-08-12T09:00']],
    ['tomorrow, when it has just begun', ['daily 9:00'], '2025-08-12T09:00:00Z', ['daily 9:00', '2025-08-13T09:00']],
    ['next week', ['weekly mon 10:00'], '2025-08-12T08:00:00Z', ['weekly mon 10:00', '2025-08-18T10:00']],
    ['in a week exactly', ['weekly tue 10:00'], '2025-08-12T10:00:00Z', ['weekly tue 10:00', '2025-08-19T10:00']],
    ['the first of several', ['weekly wed 08:00', 'daily 09:00', 'on blocker'], '2025-08-12T12:00:00Z', ['weekly wed 08:00', '2025-08-13T08:00']],
    ['none where nothing has a time', ['on blocker'], '2025-08-12T12:00:00Z', null],
    ['none at an hour that is none', ['daily 29:00'], '2025-08-12T12:00:00Z', null],
  ])('is %s', (_, whens, now, found) => {
    expect(next(whens, now)).toEqual(found);
  });

  it('is in the workspace\'s own time, over a change of clocks and the date line', () => {
    expect(next(['daily 09:00'], '2025-03-29T12:00:00Z', 'Europe/Berlin')).toEqual(['daily 09:00', '2025-03-30T07:00']);
    expect(next(['weekly mon 00:30'], '2025-08-10T11:00:00Z', 'Pacific/Kiritimati')).toEqual(['weekly mon 00:30', '2025-08-17T10:30']);
    expect(next(['daily 23:00'], '2025-08-12T01:00:00Z', 'America/New_York')).toEqual(['daily 23:00', '2025-08-12T03:00']);
  });
});
