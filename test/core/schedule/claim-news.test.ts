import { expect, test } from 'vitest';
import { claimNews, toldClaims } from '../../../src/core/schedule/claim-news.ts';
import type { ClaimRecord, ClaimRef } from '../../../src/core/schedule/claim.ts';
import { aClaim } from '../../support/a-claim.ts';

const OTHER = 'f'.repeat(32);
const ref = (id: string, changes: Partial<ClaimRecord> = {}): ClaimRef => ({ id, oid: '', claim: aClaim(changes) });
const news = (before: readonly ClaimRef[], seen: readonly ClaimRef[], own: readonly string[] = []) => claimNews(toldClaims(before), seen, new Set(own)).map(({ id, what, from }) => [id, what, from]);

test('what others did, by id; their renewals and what we did are no news', () => {
  const before = [ref('A'), ref('B'), ref('C'), ref('D', { state: 'released' }), ref('F', { state: 'done' }), ref('G')];
  const seen = [
    ref('A', { until: '2026-03-02T15:00:00Z' }),
    ref('B', { nonce: OTHER, agent: 'backend' }),
    ref('C', { state: 'released' }),
    ref('D', { nonce: OTHER }),
    ref('E', { state: 'done' }),
    ref('G', { nonce: '1'.repeat(32) }),
    { id: 'H', oid: '', claim: null },
  ];
  expect(news(before, seen, ['1'.repeat(32)])).toEqual([['B', 'taken-over', 'frontend'], ['C', 'released', null], ['D', 'claimed', null], ['E', 'done', null], ['F', 'dropped', null]]);
});
