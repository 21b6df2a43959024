/** Reviews a change: linters, translations, tests, a model; then the findings together, posted where that is asked. */
import type { Outcome } from '../../core/dispatch/outcome.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { ReviewAssignment } from '../../core/review/assignment.ts';
import { notMade, told } from '../../core/review/finding.ts';
import type { Finding } from '../../core/review/finding.ts';
import { readDiff } from '../../core/review/read-diff.ts';
import { putTogether } from '../../core/review/review.ts';
import type { Checked, GivenReview } from '../../core/review/review.ts';
import { testFindings } from '../../core/review/tests-beside.ts';
import type { TestPlaces } from '../../core/review/tests-beside.ts';
import type { Ports } from '../ports.ts';
import { askModel } from './ask-model.ts';
import { checkTranslations } from './check-translations.ts';
import { findChange } from './find-change.ts';
import type { FoundChange } from './find-change.ts';
import { postComments } from './post-comments.ts';
import type { CommentWords } from './post-comments.ts';
import { runLinter } from './run-linter.ts';

/** What goes on, for whoever looks on. */
export type ReviewNews =
  | { readonly is: 'found'; readonly change: FoundChange }
  | { readonly is: 'begun'; readonly name: string }
  | { readonly is: 'checked'; readonly check: Checked }
  | { readonly is: 'said'; readonly name: string; readonly line: string };

export interface Reviewed {
  readonly review: GivenReview;
  /** What the model's run came to; null: none was asked. */
  readonly asked: Outcome | null;
}

export async function reviewChange(ports: Ports, assignment: ReviewAssignment, words: CommentWords, tell: (news: ReviewNews) => void): Promise<Result<Reviewed>> {
  if (assignment.comments && assignment.pr === null) return refused('bad-value', { option: '--comment', value: 'true', expected: 'a pull request besides: --pr' });
  const found = await findChange(ports, assignment);
  if (!found.ok) return found;
  const change = found.value;
  tell({ is: 'found', change });
  const checks: Checked[] = [];
  const add = <C extends Checked>(check: C): C => {
    tell({ is: 'checked', check });
    checks.push(check);
    return check;
  };
  await lint(ports, assignment, change, add, tell);
  const paths = change.head === null ? await ports.git.filesBelow('') : await ports.git.pathsAt(change.head);
  if (assignment.translations.length > 0) add(await checkTranslations(ports, assignment.translations, change, paths));
  if (assignment.tests !== null) add(checkTests(change, paths, assignment.tests));
  const { model } = assignment;
  if (model !== null) tell({ is: 'begun', name: model.name });
  const asked = model === null ? null : add(await askModel(ports, model, change.files, (line) => tell({ is: 'said', name: model.name, line })));
  return done({ review: await given(ports, assignment, change, checks, words), asked: asked?.outcome ?? null });
}

async function lint(ports: Ports, { linters }: ReviewAssignment, change: FoundChange, add: (check: Checked) => void, tell: (news: ReviewNews) => void): Promise<void> {
  if (linters.length === 0) return;
  const there = change.files.filter(({ isGone }) => !isGone).map(({ path }) => path);
  const elsewhere = change.head === null ? [] : await notCheckedOut(ports, change.head, there);
  if (elsewhere.length > 0) add({ name: 'linters', state: 'failed', findings: [otherTree(elsewhere, change.head ?? '')], dropped: 0, known: 0 });
  for (const linter of linters) {
    tell({ is: 'begun', name: linter.name });
    add(await runLinter(ports, linter, change.files, there.filter((path) => !elsewhere.includes(path))));
  }
}

/** Linters look at the work tree: what differs there would be blamed on the wrong lines. */
async function notCheckedOut({ git }: Ports, head: string, paths: readonly string[]): Promise<readonly string[]> {
  const { records } = await git.diff(head, null);
  const differing = new Set(readDiff(records, '').flatMap(({ path, before }) => [path, before]));
  return paths.filter((path) => differing.has(path));
}

function otherTree(paths: readonly string[], head: string): Finding {
  const [first = ''] = paths;
  return notMade('linters', `${first}${paths.length > 1 ? ` and ${paths.length - 1} other files` : ''} in the work tree differ from the change, so no linter looked there.`, `Check out what is reviewed: git checkout ${head.slice(0, 10)}`);
}

function checkTests({ files }: FoundChange, paths: readonly string[], places: TestPlaces): Checked {
  const { findings, looked } = testFindings(files, paths, places);
  return { name: 'tests', state: looked === 0 ? 'idle' : 'done', findings: findings.map((one) => ({ ...one, message: told(one.message) })), dropped: 0, known: 0 };
}

async function given(ports: Ports, { comments }: ReviewAssignment, { base, head, pull, files }: FoundChange, checks: readonly Checked[], words: CommentWords): Promise<GivenReview> {
  const about = { base, head, pull_request: pull?.number ?? null, files: files.length };
  const together = putTogether(checks, files, ports.digest);
  const answer = comments && pull !== null ? await postComments(ports, pull, together.findings, words) : { posted: null };
  if ('posted' in answer) return { ...about, ...together, posted: answer.posted };
  const failed: Checked = { name: 'comments', state: 'failed', findings: [answer.fault], dropped: 0, known: 0 };
  return { ...about, ...putTogether([...checks, failed], files, ports.digest), posted: 0 };
}
