/** Which change is meant: what the work tree has beyond a branch, a range of commits, or a pull request. */
import { readDiff } from '../../core/review/read-diff.ts';
import type { ChangedFile } from '../../core/review/change.ts';
import type { ReviewAssignment } from '../../core/review/assignment.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { mergeTarget } from '../integration.ts';
import type { Ports } from '../ports.ts';
import { readPullRequest } from './pull-request.ts';
import type { PullRequest } from './pull-request.ts';

export interface FoundChange {
  readonly base: string;
  /** null: the work tree as it is. */
  readonly head: string | null;
  readonly pull: PullRequest | null;
  readonly files: readonly ChangedFile[];
}

export async function findChange(ports: Ports, asked: ReviewAssignment): Promise<Result<FoundChange>> {
  const ends = asked.pr !== null ? await ofPullRequest(ports, asked.pr, asked.repo) : asked.range !== null ? await ofRange(ports, asked.range) : await ofWorkTree(ports, asked.base);
  if (!ends.ok) return ends;
  const { records, patch } = await ports.git.diff(ends.value.base, ends.value.head);
  return done({ ...ends.value, files: readDiff(records, patch) });
}

type Ends = Omit<FoundChange, 'files'>;

async function ofPullRequest(ports: Ports, pr: number, repo: string | null): Promise<Result<Ends>> {
  const read = await readPullRequest(ports, pr, repo);
  if (!read.ok) return read;
  const { base, head } = read.value;
  for (const commit of [head, base]) if ((await ports.git.commitAt(commit)) === null) return refused('commit-not-here', { commit, pull: pr });
  const left = await whereLeft(ports, base, head);
  return left.ok ? done({ base: left.value, head, pull: read.value }) : left;
}

async function ofRange(ports: Ports, range: string): Promise<Result<Ends>> {
  const [from, to, ...more] = range.split(/\.{2,3}/);
  if (from === undefined || to === undefined || more.length > 0) return refused('bad-value', { option: '--range', value: range, expected: 'two commits, as a..b' });
  const [base, head] = await Promise.all([commitOf(ports, from), commitOf(ports, to)]);
  if (base === null || head === null) return refused('unknown-revision', { option: '--range', revision: base === null ? from : to });
  if (!range.includes('...')) return done({ base, head, pull: null });
  const left = await whereLeft(ports, base, head);
  return left.ok ? done({ base: left.value, head, pull: null }) : left;
}

function commitOf({ git }: Ports, revision: string): Promise<string | null> {
  return git.commitAt(revision === '' ? 'HEAD' : revision);
}

async function ofWorkTree(ports: Ports, named: string | null): Promise<Result<Ends>> {
  const opened = await ports.store.open();
  const { branch, commit } = await ports.git.head();
  if (commit === null) return refused('no-first-commit', { verb: 'run reviewer' });
  const target = named ?? (await mergeTarget(ports, opened.ok ? opened.value.survey.config : {}, branch));
  const theirs = (await ports.git.commitAt(target)) ?? (await ports.git.commitAt(`origin/${target}`));
  if (theirs === null) return named === null ? refused('no-such-ref', { ref: target }) : refused('unknown-revision', { option: '--base', revision: target });
  const left = await whereLeft(ports, theirs, commit);
  return left.ok ? done({ base: left.value, head: null, pull: null }) : left;
}

/** What came to the other side since is none of the change. */
async function whereLeft({ git }: Ports, theirs: string, ours: string): Promise<Result<string>> {
  const base = await git.mergeBase(theirs, ours);
  if (base !== null) return done(base);
  return (await git.isShallow()) ? refused('shallow-history', { ours, theirs }) : refused('unrelated-histories', { ours, theirs });
}
