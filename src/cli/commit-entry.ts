import type { CommitOutcome } from '../app/ports.ts';
import type { CommitEntry } from '../core/schemas/types.ts';

/** null: nothing had to be written. */
export function commitEntry(outcome: CommitOutcome | null): CommitEntry {
  if (outcome === null) return { committed: false, commit: null, reason: null };
  return outcome.committed ? { committed: true, commit: outcome.commit, reason: null } : { committed: false, commit: null, reason: outcome.reason };
}
