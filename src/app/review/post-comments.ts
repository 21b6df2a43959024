/** Posts what is new of a review on its pull request: on lines that the change shows, the rest in the text above them. */
import { notMade } from '../../core/review/finding.ts';
import type { Finding } from '../../core/review/finding.ts';
import type { ReviewFinding } from '../../core/schemas/types.ts';
import type { Ports } from '../ports.ts';
import { commentsOn, postReview } from './pull-request.ts';
import type { PullRequest } from './pull-request.ts';

/** The words of a comment, each with the key of its finding, by which it is known later. */
export interface CommentWords {
  readonly comment: (finding: ReviewFinding) => string;
  /** `above`: findings without a line to stand at. */
  readonly summary: (above: readonly ReviewFinding[], beside: number) => string;
  readonly keyIn: (text: string) => readonly string[];
}

/** Comments at once; more than that nobody reads. */
const MOST = 50;

export type Posted = { readonly posted: number } | { readonly fault: Finding };

export async function postComments(ports: Pick<Ports, 'programs'>, pull: PullRequest, findings: readonly ReviewFinding[], words: CommentWords): Promise<Posted> {
  const known = await commentsOn(ports, pull);
  if ('fault' in known) return notPosted(pull, known.fault);
  const keys = new Set(known.told.flatMap(words.keyIn));
  const fresh = findings.filter(({ key }) => !keys.has(key));
  if (fresh.length === 0) return { posted: 0 };
  const beside = fresh.filter(({ on_change: isOnChange }) => isOnChange).slice(0, MOST);
  const above = fresh.filter((finding) => !beside.includes(finding)).slice(0, MOST);
  const comments = beside.flatMap((finding) => (finding.file === null || finding.line === null ? [] : [{ path: finding.file, line: finding.line, body: words.comment(finding) }]));
  const answer = await postReview(ports, pull, words.summary(above, comments.length), comments);
  return 'fault' in answer ? notPosted(pull, answer.fault) : { posted: beside.length + above.length };
}

function notPosted({ number }: PullRequest, reason: string): Posted {
  return { fault: notMade('comments', `The findings could not be posted on pull request ${number}: ${reason}`, 'See that gh is signed in and may write to pull requests.') };
}
