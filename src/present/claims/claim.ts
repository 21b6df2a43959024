/** What a claim gave, in a line, and what to know or do next. */
import type { OtherThere } from '../../app/claims/claim-place.ts';
import type { ClaimAnswer } from '../../app/claims/claim-task.ts';
import { relativePath } from '../../core/relative-path.ts';
import { notSharedWords } from './not-shared.ts';
import { plain, say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { shellWord } from '../text/shell-word.ts';
import { moment } from '../text/time.ts';
import { listed, onLines } from '../text/words.ts';

export function claimText({ id, claim, isNew, lostFrom, madeWorktree }: ClaimAnswer, cwd: string, screen: Screen): string {
  const until = moment(new Date(claim.until), screen);
  const taken = lostFrom === null ? '' : say` Taken over from ${lostFrom}.`;
  const made = madeWorktree ? say` ${relativePath(cwd, claim.worktree ?? '')} on ${claim.branch ?? ''}` : '';
  return say`${id} is yours ${isNew ? '' : 'already, '}until ${until}.` + taken + made;
}

export function claimTalk({ near, claim, madeWorktree, otherThere, notShared, id }: ClaimAnswer, cwd: string): string {
  return onLines(
    notShared === null ? '' : `${notSharedWords(notShared)} Somebody elsewhere may take ${plain(id)} too.`,
    near === null ? '' : say`${id} may touch ${near.files}, as ${near.with} does, which is in progress.`,
    otherThere === null ? '' : otherWords(otherThere),
    madeWorktree ? say`Go there: cd ${shellWord(relativePath(cwd, claim.worktree ?? ''))}` : '',
  );
}

function otherWords({ paths, branch }: OtherThere): string {
  const [are, they, them] = paths.length === 1 ? ['is', 'it is', 'it'] : ['are', 'they are', 'them'];
  const merge = branch === null ? 'merge that commit' : `git merge ${shellWord(branch)}`;
  return say`${listed(paths)} ${are} not committed as ${they} here: the worktree has what was committed, and coord done goes by that. Commit ${them}, then there: ${merge}`;
}
