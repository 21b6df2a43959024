/** Which pages were written, or how those that are out of date differ. */
import type { PagesAnswer } from '../../app/reports/report-pages.ts';
import { firstDifference } from '../../core/pages/first-difference.ts';
import { isStale } from '../../core/pages/make-pages.ts';
import type { Page } from '../../core/pages/make-pages.ts';
import { commitTalk, commitWords } from '../commit-outcome.ts';
import { plain, say } from '../text/plain.ts';
import { count, listed, onLines } from '../text/words.ts';

export function pagesWritten({ pages, commit }: PagesAnswer): string {
  const written = pages.filter(isStale).map(({ path }) => plain(path));
  if (commit === null) return 'All pages are up to date.';
  return [...written, `${count(written.length, 'page')} ${commitWords(commit)}`].join('\n');
}

export function pagesChecked({ pages }: PagesAnswer): string {
  const stale = pages.filter(isStale);
  if (stale.length === 0) return 'All pages are up to date.';
  return [...stale.map(staleText), `${count(stale.length, 'page')} out of date. Write them: coord report pages`].join('\n');
}

export function pagesTalk({ uncommitted, commit }: PagesAnswer): string {
  const note = uncommitted.length === 0 ? '' : say`Not committed yet: ${listed(uncommitted, 3)}. Pages take their dates from commits: commit first, then write the pages, or they are out of date again.`;
  return onLines(commitTalk(commit), note);
}

function staleText({ path, current, text }: Page): string {
  if (current === null) return say`${path} is not there`;
  const { line, is, should } = firstDifference(current, text);
  return [say`${path}:${line}`, is === null ? '' : say`  is:     ${is}`, should === null ? '' : say`  should: ${should}`].filter((part) => part !== '').join('\n');
}
