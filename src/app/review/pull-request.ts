/** Pull requests, asked and answered through `gh api`: it knows where the service is, and who we are there. */
import { GH_VARIABLES } from '../../core/dispatch/runtimes/reviewer.ts';
import { jsonOf } from '../../core/dispatch/runtimes/json-lines.ts';
import { isRecord } from '../../core/documents/with-value.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { Ports } from '../ports.ts';

export interface PullRequest {
  readonly number: number;
  /** `owner/name`, or as gh fills it in by the clone we are in. */
  readonly repo: string;
  readonly base: string;
  readonly head: string;
}

const COMMIT = /^[0-9a-f]{40,64}$/;
const REPOSITORY = /^[A-Za-z0-9][\w.-]*\/[\w.-]+$/;
const MOST = 64 * 1024 * 1024;
const PATIENCE_SECONDS = 120;

export async function readPullRequest(ports: Pick<Ports, 'programs'>, number: number, repo: string | null): Promise<Result<PullRequest>> {
  if (repo !== null && !REPOSITORY.test(repo)) return refused('bad-value', { option: '--repo', value: repo, expected: 'owner/name' });
  const named = repo ?? '{owner}/{repo}';
  const answer = await askService(ports, [`repos/${named}/pulls/${number}`], null);
  if ('fault' in answer) return refused('pull-request-unread', { pull: number, reason: answer.fault });
  const said = jsonOf(answer.told);
  const [base, head] = isRecord(said) ? [commitIn(said['base']), commitIn(said['head'])] : [null, null];
  if (base === null || head === null) return refused('pull-request-unread', { pull: number, reason: 'gh answered something else' });
  return done({ number, repo: named, base, head });
}

function commitIn(end: unknown): string | null {
  const sha = isRecord(end) ? end['sha'] : undefined;
  return typeof sha === 'string' && COMMIT.test(sha) ? sha : null;
}

/** Texts of comments and reviews that it has. */
export async function commentsOn(ports: Pick<Ports, 'programs'>, { repo, number }: PullRequest): Promise<Asked<readonly string[]>> {
  const texts: string[] = [];
  for (const what of ['comments', 'reviews']) {
    const answer = await askService(ports, ['--paginate', '--jq', '.[].body | @json', `repos/${repo}/pulls/${number}/${what}?per_page=100`], null);
    if ('fault' in answer) return answer;
    texts.push(...answer.told.split('\n').flatMap((line) => [jsonOf(line)].filter((text) => typeof text === 'string')));
  }
  return { told: texts };
}

export interface ReviewComment {
  readonly path: string;
  readonly line: number;
  readonly body: string;
}

/** As one review, so that whoever follows the pull request hears of it once. */
export function postReview(ports: Pick<Ports, 'programs'>, { repo, number, head }: PullRequest, body: string, comments: readonly ReviewComment[]): Promise<Asked<string>> {
  const review = { commit_id: head, event: 'COMMENT', body, comments: comments.map((comment) => ({ ...comment, side: 'RIGHT' })) };
  return askService(ports, ['--method', 'POST', '--input', '-', `repos/${repo}/pulls/${number}/reviews`], JSON.stringify(review));
}

/** What the service told, or why it did not. */
export type Asked<T> = { readonly told: T } | { readonly fault: string };

async function askService({ programs }: Pick<Ports, 'programs'>, words: readonly string[], stdin: string | null): Promise<Asked<string>> {
  const end = await programs.run({ command: ['gh', 'api', ...words], env: GH_VARIABLES, stdin, timeoutSeconds: PATIENCE_SECONDS, most: MOST });
  if (end.ended === 'not-started') return { fault: end.reason };
  if (end.ended === 'stopped') return { fault: `gh did not answer in ${PATIENCE_SECONDS} s` };
  return end.exitCode === 0 && !end.isCut ? { told: end.stdout } : { fault: end.stderr || `gh ended with exit code ${String(end.exitCode)}` };
}
