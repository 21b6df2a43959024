/** What goes on in a review, for its log: a line each, marked by who says it. */
import type { ReviewNews } from '../../app/review/review-change.ts';
import { say } from '../text/plain.ts';
import { count } from '../text/words.ts';

export function reviewLine(news: ReviewNews): string {
  switch (news.is) {
    case 'found':
      return say`coord: ${count(news.change.files.length, 'file')} changed since ${news.change.base.slice(0, 10)}`;
    case 'begun':
      return say`coord: ${news.name} looks`;
    case 'checked':
      return say`coord: ${news.check.name}: ${{ done: count(news.check.findings.length, 'finding'), idle: 'nothing for it', failed: 'failed' }[news.check.state]}`;
    case 'said':
      return say`${news.name}: ${news.line}`;
  }
}
