import { describe, expect, test } from 'vitest';
import { clockSkew } from '../../../src/core/schedule/claim-warning.ts';
import type { ClaimRecord, ClaimRef } from '../../../src/core/schedule/claim.ts';
import { aClaim } from '../../support/a-claim.ts';

/** Claims are for two hours, so this one was written at 12:00. */
const ref = (id: string, changes: Partial<ClaimRecord> = {}): ClaimRef => ({ id, oid: `${id}${changes.until ?? ''}`, claim: aClaim(changes) });
const at = (time: string): Date => new Date(`2026-03-${time}Z`);
const skew = (seen: readonly ClaimRef[], now: Date, last: Date | null = null, before: readonly ClaimRef[] = []) => clockSkew(seen, before, last, now).map((found) => 'minutes' in found && [found.agent, found.ids, found.minutes]);

describe('clockSkew', () => {
  test.each([
    ['ten minutes', at('02T11:50:00'), []],
    ['a quarter of an hour', at('02T11:45:00'), []],
    ['twenty minutes', at('02T11:40:00'), [['frontend', ['A'], 20]]],
    ['ten days', at('02T12:00:00').getTime() - 864_000_000, [['frontend', ['A'], 14_400]]],
  ])('a claim from %s in the future', (_, now, expected) => {
    expect(skew([ref('A')], new Date(now))).toEqual(expected);
  });

  test('a claim that came since the last sync and says that it is older', () => {
    expect(skew([ref('A')], at('02T12:31:00'), at('02T12:30:00'))).toEqual([['frontend', ['A'], -30]]);
    expect(skew([ref('A')], at('12T12:31:00'), at('12T12:00:00'))).toEqual([['frontend', ['A'], -14_400]]);
  });

  test('one that was there before tells nothing, nor does one that is over', () => {
    expect(skew([ref('A')], at('02T12:31:00'), at('02T12:30:00'), [ref('A')])).toEqual([]);
    expect(skew([ref('A', { state: 'done' })], at('01T00:00:00'))).toEqual([]);
    expect(skew([ref('A')], at('05T00:00:00'))).toEqual([]);
  });

  test('each agent once, with all its tasks and the most it is off by', () => {
    expect(skew([ref('A', { until: '2026-03-02T15:00:00Z' }), ref('B'), ref('C', { agent: 'backend' })], at('02T11:00:00'))).toEqual([['frontend', ['A', 'B'], 120], ['backend', ['C'], 60]]);
  });
});
