/** A review for people: each finding with its place, then what was looked for and how much was found. */
import type { GivenReview } from '../../core/review/review.ts';
import type { ReviewCheck, ReviewFinding } from '../../core/schemas/types.ts';
import { paint } from '../text/paint.ts';
import { say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { count } from '../text/words.ts';

export function reviewText(review: GivenReview, screen: Pick<Screen, 'colour'>): string {
  return [...review.findings.map((finding) => findingText(finding, screen)), reviewSummary(review)].join('\n\n');
}

function findingText({ file, line, severity, category, by, message, suggestion }: ReviewFinding, screen: Pick<Screen, 'colour'>): string {
  const { red, yellow, cyan, dim } = paint(screen);
  const colour = { error: red, warning: yellow, info: cyan }[severity];
  const place = file === null ? 'The review itself' : say`${file}${line === null ? '' : `:${line}`}`;
  const head = `${place}  ${colour(severity)}  ${say`${category}${by === category ? '' : ` (${by})`}`}`;
  return [head, say`${message}`, ...(suggestion === null ? [] : [dim(say`  ${suggestion}`)])].join('\n');
}

export function reviewSummary({ base, files, checks, counts, findings, left_out: leftOut, posted }: GivenReview): string {
  const of = (severity: keyof typeof counts, word: string): string[] => (counts[severity] === 0 ? [] : [count(counts[severity], word)]);
  const found = [...of('error', 'error'), ...of('warning', 'warning'), ...of('info', 'remark')];
  const [dropped, known] = [sum(checks, 'dropped'), sum(checks, 'known')];
  return [
    say`${found.length === 0 ? 'Nothing found' : found.join(', ')} in ${count(files, 'changed file')} (since ${base.slice(0, 10)}). ${looked(checks)}`,
    leftOut === 0 ? '' : `The ${findings.length} worst are shown, ${leftOut} more are not.`,
    dropped === 0 ? '' : `${count(dropped, 'more was', 'more were')} dropped: on lines that the change does not touch, or in files that there are not.`,
    known === 0 ? '' : `${count(known, 'translation')} ${known === 1 ? 'was' : 'were'} missing before.`,
    posted === null ? '' : posted === 0 ? 'Nothing new to post.' : `${count(posted, 'finding')} posted on the pull request.`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function sum(checks: readonly ReviewCheck[], field: 'dropped' | 'known'): number {
  return checks.reduce((total, check) => total + check[field], 0);
}

function looked(checks: readonly ReviewCheck[]): string {
  const named = (state: ReviewCheck['state'], words: string): string[] => {
    const names = checks.filter((check) => check.state === state).map(({ name }) => name);
    return names.length === 0 ? [] : [`${words}: ${names.join(', ')}`];
  };
  const parts = [...named('done', 'checked'), ...named('idle', 'nothing for'), ...named('failed', 'not checked')];
  return parts.length === 0 ? 'Nothing was looked for: see review in coord.yaml.' : `${parts.join('; ')}.`.replace(/^./, (first) => first.toUpperCase());
}
