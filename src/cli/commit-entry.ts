import type { CommitOutcome } from '../app/ports.ts';
import type { CommitEntry } from '../core/schemas/types.ts';

export function commitEntry(outcome: CommitOutcome): CommitEntry {
  return outcome.committed ? { committed: true, commit: outcome.commit, reason: null } : { committed: false, commit: null, reason: outcome.reason };
}
