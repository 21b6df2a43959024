/** What became of a commit, as a part of a line; and what to know where there is none. */
import type { CommitOutcome } from '../app/ports.ts';
import { plain, say } from './text/plain.ts';
import { unstopped } from './text/words.ts';

export function commitWords(outcome: CommitOutcome): string {
  return outcome.committed ? `committed ${outcome.commit.slice(0, 7)}` : 'written, not committed';
}

/** null: nothing had to be written. */
export function commitTalk(outcome: CommitOutcome | null): string {
  if (outcome === null) return '';
  if (outcome.committed) return outcome.indexBehind ? 'Another git kept the index locked, so git status may show these files as changed. Set it right: git reset' : '';
  switch (outcome.reason) {
    case 'off':
      return '';
    case 'no-first-commit':
      return 'Not committed: this repository has no commit yet. Make the first: git add -A && git commit';
    case 'operation-in-progress':
      return say`Not committed: a ${outcome.detail} is going on. The files are part of it once you add them: git add`;
    case 'ignored':
      return say`Not committed: .gitignore names ${outcome.detail}, so nobody else will see it.`;
    case 'failed':
      return say`Not committed: ${unstopped(plain(outcome.detail))}. Commit it yourself: git add and git commit`;
  }
}

/** Of a record that was written on this branch; null: on one that all share. */
export function unmergedTalk(branch: string | null): string {
  return branch === null ? '' : say`Others see it once ${branch} is merged.`;
}
