import { describe, expect, test } from 'vitest';
import type { ClaimRecord, ClaimRef } from '../../../src/core/schedule/claim.ts';
import { planSync } from '../../../src/core/schedule/plan-sync.ts';
import type { SyncState } from '../../../src/core/schedule/plan-sync.ts';
import { aClaim } from '../../support/a-claim.ts';

const NOW = new Date('2026-03-02T13:00:00Z');
const OTHER = 'f'.repeat(32);
const ref = (oid: string, changes: Partial<ClaimRecord> = {}): ClaimRef => ({ id: 'A', oid, claim: aClaim({ remote: 'origin', ...changes }) });
const plan = (state: Partial<SyncState>) => planSync({ remote: 'origin', now: NOW, local: [], before: [], seen: [], doneThere: new Set(), shown: {}, ...state });
const steps = (state: Partial<SyncState>) => plan(state).steps.map(({ kind, seen, local, next }) => ({ kind, seen, local, state: next?.state, token: next?.token }));

describe('planSync', () => {
  test('in step: nothing to do', () => {
    expect(steps({ local: [ref('a')], before: [ref('a')], seen: [ref('a')] })).toEqual([]);
    expect(steps({ before: [ref('a')], seen: [ref('b', { token: 2, nonce: OTHER })] })).toEqual([]);
  });

  test('known here alone: published, and what is held gets a whole lease', () => {
    const { steps: [step] } = plan({ local: [ref('a', { remote: null })] });
    expect(step).toMatchObject({ kind: 'publish', seen: null, local: 'a', next: { remote: 'origin', until: '2026-03-02T15:00:00Z' } });
    expect(steps({ local: [ref('a', { remote: null, token: 2 })], seen: [ref('b', { state: 'released', nonce: OTHER })] })).toEqual([{ kind: 'publish', seen: 'b', local: 'a', state: 'held', token: 2 }]);
  });

  test('known here alone, and another has it where it counts: lost, and ours follows', () => {
    const lost = plan({ local: [ref('a', { remote: null, token: 5 })], seen: [ref('b', { nonce: OTHER, agent: 'backend' })] });
    expect(lost.lost).toEqual([{ id: 'A', agent: 'frontend', by: 'backend' }]);
    expect(lost.steps).toMatchObject([{ kind: 'adopt', local: 'a', next: { agent: 'backend' } }]);
  });

  test('what the remote has lost or set back, whoever made it, it gets again', () => {
    expect(steps({ before: [ref('a', { nonce: OTHER })] })).toEqual([{ kind: 'restore', seen: null, local: null, state: 'held', token: 1 }]);
    expect(steps({ local: [ref('a', { token: 3 })], seen: [ref('b', { token: 2, nonce: OTHER })] })).toEqual([{ kind: 'restore', seen: 'b', local: 'a', state: 'held', token: 3 }]);
    expect(steps({ before: [ref('a', { token: 3 })], seen: [ref('b', { token: 2, nonce: OTHER })] })).toEqual([{ kind: 'restore', seen: 'b', local: null, state: 'held', token: 3 }]);
  });

  test('others went on: our own ref follows', () => {
    expect(steps({ local: [ref('a')], before: [ref('a')], seen: [ref('b', { token: 2, nonce: OTHER })] })).toEqual([{ kind: 'adopt', seen: 'b', local: 'a', state: 'held', token: 2 }]);
  });

  test('done, and on the default branch for 30 days: dropped on both sides', () => {
    const over = { doneThere: new Set(['A']), local: [ref('a', { state: 'done' })], seen: [ref('a', { state: 'done' })] };
    const since = (days: number): string => new Date(NOW.getTime() - days * 86_400_000).toISOString();
    expect(plan(over)).toMatchObject({ steps: [], shown: { A: NOW.toISOString() } });
    expect(steps({ ...over, shown: { A: since(29) } })).toEqual([]);
    expect(plan({ ...over, shown: { A: since(30) } })).toMatchObject({ steps: [{ kind: 'drop', seen: 'a', local: 'a', next: null }], shown: { A: since(30) } });
    expect(plan({ ...over, doneThere: new Set(), shown: { A: since(90) } })).toEqual({ steps: [], lost: [], shown: {} });
  });

  test('what another has dropped is not brought back', () => {
    const done = ref('a', { state: 'done' });
    expect(steps({ doneThere: new Set(['A']), before: [done] })).toEqual([]);
    expect(steps({ doneThere: new Set(['A']), before: [done], local: [done] })).toEqual([{ kind: 'drop', seen: null, local: 'a', state: undefined, token: undefined }]);
  });

  test('what cannot be understood is left alone', () => {
    expect(steps({ local: [ref('a')], seen: [{ id: 'A', oid: 'b', claim: null }] })).toEqual([]);
    expect(steps({ local: [{ id: 'A', oid: 'b', claim: null }] })).toEqual([]);
  });
});
