/** What CI asks in one go: are the files in order, and will they be when the change is merged? */
import { causedBy } from '../core/policy/caused-by.ts';
import { tally } from '../core/policy/tally.ts';
import { done } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import type { CiRun } from './ci-port.ts';
import { mergeTarget } from './integration.ts';
import type { Ports } from './ports.ts';
import { mergeWith, validateMerge } from './validate-merge.ts';
import { validate } from './validate.ts';
import type { Validation } from './validation.ts';
import type { MergeSides } from './view.ts';

export interface CiRequest {
  /** What to merge with; null: what the change is to be merged into. */
  readonly target: string | null;
  readonly strict: boolean;
}

/** One check after the other; a check that could not be made does not keep the others from being told. */
export async function validateCi(ports: Ports, run: CiRun | null, { target, strict }: CiRequest): Promise<readonly Result<Validation>[]> {
  const files = await validate(ports, { staged: false, strict });
  const sides = await sidesToMerge(ports, run, target);
  if (sides === null || !files.ok) return [files];
  const merge = await validateMerge(ports, sides, strict);
  return [merge.ok ? done(withoutThose(files.value, merge.value)) : files, merge];
}

/** null where there is nothing to merge with: in CI no change, elsewhere the default branch itself. */
async function sidesToMerge(ports: Ports, run: CiRun | null, target: string | null): Promise<MergeSides | null> {
  if (target !== null) return mergeWith(ports, target);
  const { branch, commit } = await ports.git.head();
  if (run !== null) {
    if (run.change === null) return null;
    const { source, merge, target: into } = run.change;
    const names = { ours: source ?? branch ?? 'this change', theirs: into };
    // The service's own merge has the target as its first parent.
    return merge !== null && merge === commit ? { ours: 'HEAD^2', theirs: ['HEAD^1'], names } : { ours: 'HEAD', theirs: [`origin/${into}`, into], names };
  }
  const opened = await ports.store.open();
  const into = await mergeTarget(ports, opened.ok ? opened.value.survey.config : {}, branch);
  return into === branch ? null : mergeWith(ports, into);
}

/** Where CI runs on the merged files, both checks find what merging causes: it is told once, as what it is. */
function withoutThose(files: Validation, merge: Validation): Validation {
  const problems = files.findings.map(({ problem }) => problem);
  const own = new Set(causedBy(new Set(), problems, merge.findings.map(({ problem }) => problem)).own);
  const findings = files.findings.filter(({ problem }) => own.has(problem));
  return { ...files, findings, ...tally([...own], files.strict) };
}
