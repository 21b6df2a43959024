import type { CommitOutcome } from '../app/ports.ts';
import type { CommitEntry } from '../core/schemas/types.ts';

const UNCHANGED: CommitEntry = { committed: false, commit: null, reason: null };

/** null: nothing had to be written. */
export function changeEntry(outcome: CommitOutcome | null): CommitEntry {
  return outcome === null ? UNCHANGED : commitEntry(outcome);
}

export function commitEntry(outcome: CommitOutcome): CommitEntry {
  return outcome.committed ? { committed: true, commit: outcome.commit, reason: null } : { committed: false, commit: null, reason: outcome.reason };
}
