import { describe, expect, test } from 'vitest';
import { decideClaim } from '../../../src/core/schedule/decide-claim.ts';
import type { ClaimRequest } from '../../../src/core/schedule/decide-claim.ts';
import { aClaim } from '../../support/a-claim.ts';

const OURS = 'ffffffffffffffffffffffffffffffff';
const THEIRS = aClaim().nonce;
const at = (clock: string): Date => new Date(`2026-03-02T${clock}Z`);

const asks = (changes: Partial<ClaimRequest> = {}): ClaimRequest => ({
  agent: 'backend',
  nonce: OURS,
  now: at('12:10:00'),
  leaseMinutes: 60,
  branch: 'backend/FIX-001',
  head: 'abc',
  criteria: 'hash',
  session: null,
  worktree: '/w',
  held: null,
  takeOver: false,
  ...changes,
});

const taken = (token: number, now = '12:10:00', until = '13:10:00') => ({
  kind: 'take',
  next: {
    state: 'held',
    agent: 'backend',
    nonce: OURS,
    token,
    since: `2026-03-02T${now}Z`,
    leaseMinutes: 60,
    until: `2026-03-02T${until}Z`,
    branch: 'backend/FIX-001',
    head: 'abc',
    criteria: 'hash',
    session: null,
    worktree: '/w',
    remote: null,
  },
});

describe('decideClaim', () => {
  test('never claimed: taken with token 1', () => {
    expect(decideClaim(null, null, asks())).toEqual(taken(1));
  });

  test('released: taken with the next token', () => {
    expect(decideClaim(aClaim({ state: 'released', token: 7 }), null, asks())).toEqual(taken(8));
  });

  test('held by another: no, not even with --take-over', () => {
    const claim = aClaim();
    expect(decideClaim(claim, null, asks({ takeOver: true }))).toEqual({ kind: 'held-by-another', claim });
  });

  test('the same agent elsewhere is another', () => {
    const claim = aClaim();
    expect(decideClaim(claim, null, asks({ agent: 'frontend', held: null }))).toEqual({ kind: 'held-by-another', claim });
  });

  test('ours: kept; renewed under half of the lease', () => {
    const claim = aClaim();
    expect(decideClaim(claim, null, asks({ held: THEIRS }))).toEqual({ kind: 'ours', claim, next: null });
    const later = asks({ held: THEIRS, now: at('13:30:00') });
    expect(decideClaim(claim, null, later)).toEqual({ kind: 'ours', claim, next: { ...claim, until: '2026-03-02T15:30:00Z' } });
  });

  test('ours and past its end: still ours, for nobody took it', () => {
    expect(decideClaim(aClaim(), null, asks({ held: THEIRS, now: at('20:00:00') }))).toMatchObject({ kind: 'ours', next: { until: '2026-03-02T22:00:00Z', token: 1 } });
  });

  test('expired: only by taking over, and the token rises', () => {
    const claim = aClaim({ token: 3 });
    const now = at('14:15:01');
    expect(decideClaim(claim, null, asks({ now }))).toEqual({ kind: 'expired', claim, end: at('14:00:00') });
    expect(decideClaim(claim, null, asks({ now, takeOver: true }))).toEqual(taken(4, '14:15:01', '15:15:01'));
  });

  test('a commit on its branch keeps it held', () => {
    const claim = aClaim();
    expect(decideClaim(claim, at('14:10:00'), asks({ now: at('14:15:01'), takeOver: true }))).toEqual({ kind: 'held-by-another', claim });
  });

  test('done is never started again', () => {
    const claim = aClaim({ state: 'done' });
    expect(decideClaim(claim, null, asks({ takeOver: true, held: THEIRS }))).toEqual({ kind: 'done', claim });
  });

  test('fields this version does not know survive the change of hands', () => {
    const decision = decideClaim(aClaim({ state: 'released', more: { remote: 'origin' } }), null, asks());
    expect(decision).toMatchObject({ kind: 'take', next: { more: { remote: 'origin' } } });
  });
});
