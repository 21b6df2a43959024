/** What a sync brought and took, a line for each claim. */
import type { SyncAnswer } from '../../app/claims/sync.ts';
import type { ClaimNews } from '../../core/schedule/claim-news.ts';
import { columns, indented } from '../text/columns.ts';
import { describeClaimWarning } from './describe-claim-warning.ts';
import { paint } from '../text/paint.ts';
import { plain, say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { count, listed } from '../text/words.ts';

const INDENT = 2;
const SHOWN = 10;

export function syncText({ remote, news, published, restored, dropped, overtaken, branch, warnings }: SyncAnswer, screen: Screen): string {
  const { bold, yellow } = paint(screen);
  const ids = (label: string, of: readonly string[]): string => (of.length === 0 ? '' : say`${label}: ${listed(of, SHOWN)}`);
  const rows = news.map((one) => [one.id, wordsOf(one)]);
  return [
    say`In step with ${remote}${news.length === 0 ? ': nothing new there' : `: ${count(news.length, 'claim')} changed there`}.`,
    rows.length === 0 ? '' : indented(columns(rows, [{ paint: bold }, { gives: true }], screen.columns - INDENT), INDENT),
    ids('Published', published),
    ids('Restored', restored),
    ids('Dropped, long done', dropped),
    ids('Changed by others at this moment, sync again', overtaken),
    branch.behind === 0 ? '' : say`${branch.name} has ${count(branch.behind, 'commit')} that ${branch.behind === 1 ? 'is' : 'are'} not here: git merge ${branch.name}`,
    ...warnings.map((warning) => {
      const { message, next } = describeClaimWarning(warning);
      return `${yellow(`warning  ${warning.code}`)}\n  ${plain(message)}\n  ${plain(next)}`;
    }),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function wordsOf({ agent, what, from, branch }: ClaimNews): string {
  switch (what) {
    case 'claimed':
      return `claimed by ${agent}`;
    case 'taken-over':
      return `taken over by ${agent}${from === null || from === agent ? '' : ` from ${from}`}`;
    case 'released':
      return `given back by ${agent}`;
    case 'done':
      return `done by ${agent}${branch === null ? '' : ` on ${branch}`}`;
    case 'dropped':
      return 'dropped, long done';
  }
}
