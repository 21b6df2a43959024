/** The closed union of everything that can be wrong in a workspace's files: a code, its facts, a place. */
import type { Place } from '../model.ts';

/** The facts of each code. Texts here are data: the words are in present/checks/describe-problem.ts. */
export interface ProblemFacts {
  // text that cannot be read
  'yaml-syntax': { readonly reason: string };
  'front-matter-syntax': { readonly reason: string };
  'executable-front-matter': { readonly opening: string };
  'too-deep': { readonly limit: number };
  'duplicate-key': { readonly key: string; readonly firstLine: number };
  'alias-bomb': { readonly limit: number };
  'file-too-large': { readonly bytes: number; readonly limit: number };
  'not-utf8': { readonly byte: number };
  'conflict-marker': { readonly marker: string };
  'stray-file': { readonly reason: 'not-a-record' | 'symlink' | 'folder' | 'unreadable'; readonly detail: string };
  // text that is no such document
  /** `got` null: it is not there at all. */
  'schema-violation': { readonly field: string; readonly expected: string; readonly got: string | null };
  'unknown-field': { readonly field: string; readonly nearest: string | null };
  'old-name': { readonly field: string; readonly name: string };
  'placeholder': { readonly fields: readonly string[] };
  'unsupported-protocol': { readonly found: string; readonly supported: number };
  'invalid-id': { readonly id: string; readonly reason: string };
  /** An agent that is left out for it. */
  'invalid-agent-id': { readonly id: string; readonly reason: string };
  'invalid-date': { readonly field: string; readonly value: string };
  'path-escape': { readonly field: string; readonly path: string };
  'prompt-syntax': { readonly reason: string };
  /** `field`: the way to what is not understood. */
  'unsupported-schema': { readonly field: string; readonly reason: string };
  // records that do not fit together
  'duplicate-id': { readonly id: string; readonly first: Place };
  'missing-dependency': { readonly id: string; readonly dependency: string; readonly nearest: string | null };
  'self-dependency': { readonly id: string };
  /** `hops` starts and ends with the same id; `places[i]` is where `hops[i]` names `hops[i + 1]`. */
  'dependency-cycle': { readonly hops: readonly string[]; readonly places: readonly Place[] };
  'unknown-agent': { readonly name: string; readonly field: string; readonly nearest: string | null };
  'unknown-verifier': { readonly name: string; readonly nearest: string | null };
  'unknown-runtime': { readonly name: string; readonly nearest: string | null };
  'unknown-channel': { readonly name: string; readonly nearest: string | null };
  'unknown-phase': { readonly name: string; readonly nearest: string | null };
  'unknown-task': { readonly id: string; readonly field: string; readonly nearest: string | null };
  'done-before-dependency': { readonly id: string; readonly dependency: string; readonly status: string };
  /** `by`: who answered, though it was a no or not theirs to answer. */
  'approval-missing': { readonly id: string; readonly approvers: readonly string[]; readonly by: string | null; readonly approved: boolean };
  /** `blocker`: what `unblock` calls it. */
  'open-blocker-on-done': { readonly id: string; readonly needed: string; readonly blocker: string };
  'deadline-before-dependency': { readonly id: string; readonly deadline: string; readonly dependency: string; readonly dependencyDeadline: string };
  'agent-contradicts': { readonly agent: string; readonly field: string; readonly here: string; readonly config: string };
  /** `field` is a line of the page's section, or `agent` where the section's agent is not in the team. */
  'page-contradicts': { readonly agent: string; readonly field: string; readonly page: string; readonly records: string };
  'unknown-decision': { readonly decision: string; readonly nearest: string | null };
  'dangling-supersedes': { readonly target: string; readonly field: 'supersedes' | 'superseded_by'; readonly nearest: string | null; readonly reason: 'missing' | 'one-sided' };
  // records that do not fit git, or the clock
  'artifact-missing': { readonly path: string; readonly task: string | null };
  'commit-unknown': { readonly commit: string };
  'handoff-stale': { readonly task: string | null; readonly changed: readonly string[] };
  'feedback-overdue': { readonly decision: string; readonly due: string };
  /** `blocker`: what `unblock` calls it. `waitsOn`: who is to answer, where that is somebody who can. */
  'blocker-overdue': { readonly task: string; readonly blocker: string; readonly waitsOn: string | null; readonly severity: string; readonly since: string; readonly respondMinutes: number };
  // sides of a merge that do not fit together; sides are called as people call them
  /** `values`: fields that the sides gave two values. `records`: all that the files in conflict hold. */
  'merge-conflict': {
    readonly kind: string;
    readonly paths: readonly string[];
    readonly ours: string;
    readonly theirs: string;
    readonly values: readonly { readonly record: string; readonly field: string; readonly ours: string; readonly theirs: string }[];
    readonly records: readonly string[];
  };
  /** `meant`: the record of which a side says what the merged tree says of this one. */
  'merge-crossed': { readonly record: string; readonly how: 'changed' | 'missing' | 'appeared'; readonly fields: readonly string[]; readonly meant: string | null; readonly theirs: string };
  'edit-lost': { readonly record: string; readonly fields: readonly string[]; readonly edited: string; readonly removed: string; readonly renamed: string | null };
  'id-removed': { readonly id: string; readonly side: string; readonly renamed: string | null };
  'double-start': { readonly id: string; readonly ours: string; readonly oursStatus: string; readonly theirs: string; readonly theirsStatus: string };
  'done-by-old-criteria': { readonly id: string; readonly finished: string; readonly changed: string; readonly fields: readonly string[] };
  'done-while-blocked': { readonly id: string; readonly finished: string; readonly blocked: string; readonly needed: string };
  'file-name-case-collision': { readonly first: string };
  'stale-holder': { readonly id: string; readonly token: number; readonly current: number; readonly holder: string; readonly state: string };
  // changes that do not fit who made them
  /** `agents`, `tasks`: who made the change, and for what. */
  'owned-by-another': { readonly path: string; readonly owners: readonly string[]; readonly agents: readonly string[]; readonly tasks: readonly string[] };
  'outside-scope': { readonly path: string; readonly agents: readonly string[]; readonly tasks: readonly string[] };
  /** `named`: whom the change says it is by, where nobody is called so. */
  'scope-unchecked': { readonly named: string | null };
}

export type ProblemCode = keyof ProblemFacts;

export type Problem = {
  [C in ProblemCode]: { readonly code: C; readonly place: Place; readonly facts: ProblemFacts[C] };
}[ProblemCode];

export type ProblemSeverity = 'error' | 'warning';

/**
 * `clock`: depends on the time it is asked, so never an error and never counted by `--strict`. `fix`: `validate --fix` mends it safely.
 * `merge`: only the comparison of two sides shows it (`validate --merge`).
 * `scope`: only a change shows it (`validate --scope`).
 */
export interface ProblemKind {
  readonly severity: ProblemSeverity;
  readonly clock?: true;
  readonly fix?: true;
  readonly merge?: true;
  readonly scope?: true;
}

const error: ProblemKind = { severity: 'error' };
const warning: ProblemKind = { severity: 'warning' };

export const PROBLEM_KINDS: Readonly<Record<ProblemCode, ProblemKind>> = {
  'yaml-syntax': error,
  'front-matter-syntax': error,
  'executable-front-matter': error,
  'too-deep': error,
  'duplicate-key': error,
  'alias-bomb': error,
  'file-too-large': error,
  'not-utf8': error,
  'conflict-marker': error,
  'stray-file': warning,
  'schema-violation': error,
  'unknown-field': warning,
  'old-name': { severity: 'warning', fix: true },
  'placeholder': error,
  'unsupported-protocol': error,
  'invalid-id': error,
  'invalid-agent-id': error,
  'invalid-date': error,
  'path-escape': error,
  'prompt-syntax': error,
  'unsupported-schema': error,
  'duplicate-id': error,
  'missing-dependency': error,
  'self-dependency': error,
  'dependency-cycle': error,
  'unknown-agent': error,
  'unknown-verifier': error,
  'unknown-runtime': error,
  'unknown-channel': warning,
  'unknown-phase': warning,
  'unknown-task': warning,
  'done-before-dependency': error,
  'approval-missing': error,
  'open-blocker-on-done': error,
  'deadline-before-dependency': warning,
  'agent-contradicts': warning,
  'page-contradicts': warning,
  'unknown-decision': warning,
  'dangling-supersedes': error,
  'artifact-missing': error,
  'commit-unknown': warning,
  'handoff-stale': warning,
  'feedback-overdue': { severity: 'warning', clock: true },
  'blocker-overdue': { severity: 'warning', clock: true },
  'merge-conflict': { severity: 'error', merge: true },
  'merge-crossed': { severity: 'error', merge: true },
  'edit-lost': { severity: 'error', merge: true },
  'id-removed': { severity: 'warning', merge: true },
  'double-start': { severity: 'error', merge: true },
  'done-by-old-criteria': { severity: 'error', merge: true },
  'done-while-blocked': { severity: 'error', merge: true },
  'file-name-case-collision': { severity: 'error', merge: true },
  'stale-holder': { severity: 'error', merge: true },
  'owned-by-another': { severity: 'error', scope: true },
  'outside-scope': { severity: 'error', scope: true },
  'scope-unchecked': { severity: 'warning', scope: true },
};

/** A problem whose place is resolved: 1-based line and column, and the end of the marked stretch on that line. */
export type PlacedProblem = Problem & {
  readonly at: { readonly line: number; readonly column: number; readonly endColumn: number };
};

export function problem<C extends ProblemCode>(code: C, place: Place, facts: ProblemFacts[C]): Problem {
  return { code, place, facts } as Problem;
}

/** A stray file that cannot be read may be a record: that it is missing must not pass. */
export function severityOf(found: Problem): ProblemSeverity {
  if (found.code === 'stray-file' && found.facts.reason === 'unreadable') return 'error';
  return PROBLEM_KINDS[found.code].severity;
}

/** By file, then by position in it. */
export function byPlace(one: PlacedProblem, other: PlacedProblem): number {
  if (one.place.file !== other.place.file) return one.place.file < other.place.file ? -1 : 1;
  return one.at.line - other.at.line || one.at.column - other.at.column;
}
