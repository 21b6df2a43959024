/** That a claim is known to one machine alone, where coord.yaml wants it shared. */
import type { NotShared } from '../../app/claims/shared-claims.ts';
import { say } from '../text/plain.ts';
import { unstopped } from '../text/words.ts';

/** Nothing where it is known to all who should know of it. */
export function notSharedWords(notShared: NotShared | null): string {
  if (notShared === null) return '';
  const { remote, reason } = notShared;
  const why = reason === null ? say`git knows no remote "${remote}" (see claims in coord.yaml, and git remote -v)` : say`${remote} does not take claims (${unstopped(reason)})`;
  return `Only this machine knows of it: ${why}.`;
}
