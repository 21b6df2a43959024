/** What CI asks in one go: are the files in order, and will they be when the change is merged? */
import { causedBy } from '../../core/policy/caused-by.ts';
import { ownedGlobs } from '../../core/policy/owners.ts';
import { tally } from '../../core/policy/tally.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { CiRun } from '../ports/ci-port.ts';
import { mergeTarget } from '../integration.ts';
import type { Ports } from '../ports.ts';
import { mergeWith, mergeWithNamed, validateMerge } from './validate-merge.ts';
import { validateScope } from './validate-scope.ts';
import { validate } from './validate.ts';
import type { Validation } from './validation.ts';
import type { MergeSides } from '../view.ts';

export interface CiRequest {
  /** What to merge with; null: what the change is to be merged into. */
  readonly target: string | null;
  readonly strict: boolean;
  readonly as: string | null;
}

/** One check after the other; a check that could not be made does not keep the others from being told. */
export async function validateCi(ports: Ports, run: CiRun | null, { target, strict, as }: CiRequest): Promise<readonly Result<Validation>[]> {
  const files = await validate(ports, { staged: false, strict });
  const found = target === null ? done(await sidesToMerge(ports, run)) : await mergeWithNamed(ports, target);
  if (!found.ok) return [files, found];
  const sides = found.value;
  if (sides === null || !files.ok) return [files];
  const [merge, scope] = [await told(ports, run, validateMerge(ports, sides, strict)), await told(ports, run, validateScope(ports, { sides, as, strict }))];
  return [merge.ok ? done(withoutThose(files.value, merge.value)) : files, merge, ...(await isWorthTelling(ports, scope) ? [scope] : [])];
}

/** Of a default branch that is not there it matters whether anything says that it is called so. */
async function told<T>({ store, git }: Ports, run: CiRun | null, check: Promise<Result<T>>): Promise<Result<T>> {
  const checked = await check;
  if (checked.ok || checked.refusal.code !== 'no-such-ref' || run !== null) return checked;
  const opened = await store.open();
  const { main, integration } = opened.ok ? opened.value.survey.config : {};
  return main || integration || (await git.config('init.defaultBranch')) !== null ? checked : refused('no-such-ref', { ...checked.refusal.facts, isGuess: true });
}

/** Where no paths are owned, it does not matter that nobody can tell whose change it is. */
async function isWorthTelling({ store }: Ports, scope: Result<Validation>): Promise<boolean> {
  if (!scope.ok || typeof scope.value.of === 'string' || !('agents' in scope.value.of) || scope.value.of.agents.length > 0) return true;
  const opened = await store.open();
  return !opened.ok || ownedGlobs(opened.value.survey.config, opened.value.survey.agents).length > 0;
}

/** null where there is nothing to merge with: in CI no change, elsewhere the target itself. */
async function sidesToMerge(ports: Ports, run: CiRun | null): Promise<MergeSides | null> {
  const { branch, commit } = await ports.git.head();
  if (run !== null) {
    if (run.change === null) return null;
    const { source, merge, target: into } = run.change;
    const names = { ours: source ?? branch ?? 'this change', theirs: into };
    // The service's own merge has the target as its first parent.
    return merge !== null && merge === commit ? { ours: 'HEAD^2', theirs: ['HEAD^1'], names } : { ours: 'HEAD', theirs: [`origin/${into}`, into], names };
  }
  const own = await ownRequest(ports);
  return own.names.theirs === branch ? null : own;
}

/** The branch in hand, with what it is to be merged into. */
export async function ownRequest(ports: Ports): Promise<MergeSides> {
  const [opened, { branch }] = await Promise.all([ports.store.open(), ports.git.head()]);
  return mergeWith(ports, await mergeTarget(ports, opened.ok ? opened.value.survey.config : {}, branch));
}

/** Where CI runs on the merged files, both checks find what merging causes: it is told once, as what it is. */
function withoutThose(files: Validation, merge: Validation): Validation {
  const problems = files.findings.map(({ problem }) => problem);
  const own = new Set(causedBy(new Set(), problems, merge.findings.map(({ problem }) => problem)).own);
  const findings = files.findings.filter(({ problem }) => own.has(problem));
  return { ...files, findings, ...tally([...own], files.strict) };
}
