import { describe, expect, test } from 'vitest';
import { claimState, leaseEnd, needsRenewal, renewed } from '../../../src/core/schedule/claim-state.ts';
import { aClaim } from '../../support/a-claim.ts';

const at = (clock: string): Date => new Date(`2026-03-02T${clock}Z`);

describe('the lease', () => {
  test.each([
    ['without a commit', null, '13:00:00', '14:00:00'],
    ['with a commit that reaches less far', '11:00:00', '13:00:00', '14:00:00'],
    ['with a commit that reaches further', '13:30:00', '13:40:00', '15:30:00'],
    ['a commit from the future counts as made now', '23:00:00', '13:00:00', '15:00:00'],
  ])('%s', (_, tip, now, end) => {
    expect(leaseEnd(aClaim(), tip === null ? null : at(tip), at(now))).toEqual(at(end));
  });

  test.each([
    ['held', '13:59:59', 'held'],
    ['held', '14:15:00', 'held'],
    ['held', '14:15:01', 'expired'],
    ['released', '12:30:00', 'released'],
    ['done', '23:00:00', 'done'],
  ] as const)('%s at %s is %s', (state, now, expected) => {
    expect(claimState(aClaim({ state }), null, at(now))).toBe(expected);
  });

  test('is renewed when under half is left, from now on', () => {
    expect(needsRenewal(aClaim(), at('13:00:00'))).toBe(false);
    expect(needsRenewal(aClaim(), at('13:00:01'))).toBe(true);
    expect(renewed(aClaim(), at('13:00:01')).until).toBe('2026-03-02T15:00:01Z');
  });
});
