/** What was given back because its time had run out, and what its holders left behind. */
import type { Abandoned, AbandonedAnswer } from '../../app/claims/release-abandoned.ts';
import { plain, say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { duration } from '../text/time.ts';
import { count } from '../text/words.ts';

const SHOWN = 10;

export function abandonedText({ released }: AbandonedAnswer, screen: Screen): string {
  return released.length === 0 ? 'Nothing is abandoned.' : released.map((one) => leftText(one, screen)).join('\n');
}

function leftText({ id, agent, until, branch, commits, left, gone }: Abandoned, screen: Screen): string {
  const why = gone === null ? say`${agent}'s time ran out ${duration(screen.now.getTime() - Date.parse(until))} ago` : say`${agent}'s worktree ${gone} is gone`;
  const lines = [
    ...(branch === null ? [] : [say`branch ${branch}, ${commits === 0 ? 'no commits seen here' : count(commits, 'commit')}`]),
    ...left.slice(0, SHOWN).map(plain),
    ...(left.length > SHOWN ? [`and ${left.length - SHOWN} more`] : []),
  ];
  return [say`${id} is free again: ${why}. ${lines.length === 0 ? 'Nothing left behind that can be seen here.' : 'Left behind:'}`, ...lines.map((line) => `  ${line}`)].join('\n');
}
