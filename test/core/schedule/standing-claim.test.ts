import { describe, expect, test } from 'vitest';
import type { ClaimRecord } from '../../../src/core/schedule/claim.ts';
import { standingClaim } from '../../../src/core/schedule/standing-claim.ts';
import { aClaim } from '../../support/a-claim.ts';

const OTHER = 'f'.repeat(32);
const shared = (changes: Partial<ClaimRecord> = {}) => ({ claim: aClaim({ remote: 'origin', ...changes }) });
const unshared = (changes: Partial<ClaimRecord> = {}) => ({ claim: aClaim({ remote: null, ...changes }) });
const unreadable = { claim: null };

describe('of one claim, what was written here last and what the remote was seen to hold', () => {
  const later = { until: '2026-03-02T15:00:00Z' };
  test.each([
    ['where there is one only, it', shared(), null, 'local'],
    ['the later end', shared(later), shared(), 'local'],
    ['the later end, at the remote', shared(), shared(later), 'seen'],
    ['given back before held', shared({ state: 'released' }), shared(later), 'local'],
    ['done at the remote before held', shared(later), shared({ state: 'done' }), 'seen'],
    ['the remote, where both ended it', shared({ state: 'released' }), shared({ state: 'done' }), 'seen'],
    ['of two, the higher token', shared({ token: 3 }), shared({ token: 2, nonce: OTHER }), 'local'],
    ['of two, the higher token at the remote', shared({ token: 2 }), shared({ token: 3, nonce: OTHER }), 'seen'],
    ['the remote, where tokens are the same', shared(), shared({ nonce: OTHER }), 'seen'],
    ['what nobody else has where it counts', unshared({ token: 2 }), shared({ token: 1, nonce: OTHER, state: 'released' }), 'local'],
    ['who has it where it counts, whatever the token here', unshared({ token: 4 }), shared({ token: 3, nonce: OTHER }), 'seen'],
    ['who did it where it counts', unshared({ token: 4 }), shared({ token: 3, nonce: OTHER, state: 'done' }), 'seen'],
    ['what cannot be understood', shared(), unreadable, 'seen'],
    ['what cannot be understood here', unreadable, shared(), 'local'],
  ] as const)('%s stands', (_, local, seen, expected) => {
    expect(standingClaim(local, seen)).toBe(expected === 'local' ? local : seen);
  });

  test('none where there is none', () => {
    expect(standingClaim(null, null)).toBeNull();
    expect(standingClaim(null, shared())).toEqual(shared());
  });
});
