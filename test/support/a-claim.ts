import type { ClaimRecord } from '../../src/core/schedule/claim.ts';

/** Held by `frontend` from 12:00 to 14:00 UTC, unless told otherwise. */
export function aClaim(changes: Partial<ClaimRecord> = {}): ClaimRecord {
  return {
    state: 'held',
    agent: 'frontend',
    nonce: '0123456789abcdef0123456789abcdef',
    token: 1,
    since: '2026-03-02T12:00:00Z',
    leaseMinutes: 120,
    until: '2026-03-02T14:00:00Z',
    branch: 'frontend/FIX-001',
    head: null,
    criteria: '',
    session: null,
    worktree: null,
    remote: null,
    ...changes,
  };
}
