/** The closed union of why a verb did not do what it was asked. The words are in present/describe-refusal.ts. */
import type { SetFault } from '../generate/render-set.ts';
import type { DraftFault, LeftOut } from '../import/draft.ts';
import type { DecisionStatus } from '../model.ts';
import type { DeliveryFailure } from '../notice/delivery.ts';
import type { Hold } from '../schedule/readiness.ts';
import type { PlacedProblem, Problem } from './problem.ts';

export interface RefusalFacts {
  // the environment: exit 4
  'no-such-folder': { readonly cwd: string };
  'no-repository': { readonly cwd: string };
  'bare-repository': { readonly gitDir: string };
  'no-workspace': { readonly folder: string };
  'git-missing': Record<string, never>;
  'git-failed': { readonly command: string; readonly reason: string };
  /** `path`: of the lock. */
  'dispatcher-at-work': { readonly path: string; readonly owner: string };
  /** `since`: ISO 8601; null where the lock does not say. */
  'watcher-at-work': { readonly path: string; readonly owner: string; readonly since: string | null };
  'not-writable': { readonly path: string; readonly reason: string };
  /** Of standard output. */
  'output-lost': { readonly reason: string };
  'lock-busy': { readonly path: string; readonly owner: string; readonly heldSeconds: number };
  'ref-locked': { readonly path: string; readonly ageSeconds: number };
  'editor-failed': { readonly editor: string | null; readonly reason: string; readonly kept: string | null };
  'no-first-commit': { readonly verb: string };
  /** `reason` names what could not be started. */
  'no-program': { readonly program: string; readonly reason: string };
  /** `runtime` null: it names none. */
  'no-runtime': { readonly agent: string; readonly runtime: string | null; readonly runtimes: readonly string[]; readonly nearest: string | null };
  'runtime-unusable': { readonly runtime: string; readonly kind: string };
  'remote-unreachable': { readonly remote: string; readonly reason: string };
  'no-such-remote': { readonly remote: string; readonly file: string };
  'remote-unclear': { readonly id: string; readonly remote: string; readonly reason: string };
  /** `reason` null: git knows no such remote. */
  'remote-refused': { readonly id: string; readonly remote: string; readonly reason: string | null };
  'git-too-old': { readonly version: string; readonly needed: string; readonly what: string };
  /** `isGuess`: nothing says that the default branch is called so. */
  'no-such-ref': { readonly ref: string; readonly isGuess?: true };
  'shallow-history': { readonly ours: string; readonly theirs: string };
  /** `what`: that for which all of history is needed. */
  'shallow-clone': { readonly what: string };
  'unrelated-histories': { readonly ours: string; readonly theirs: string };
  /** A hosting site, or what asks it for us, said no. */
  'pull-request-unread': { readonly pull: number; readonly reason: string };
  /** A pull request begins or ends at a commit that this clone has not. */
  'commit-not-here': { readonly commit: string; readonly pull: number };
  /** A notice did not arrive. */
  'notice-failed': { readonly channel: string; readonly failure: DeliveryFailure };
  // usage: exit 2
  'usage': { readonly message: string; readonly verb: string | null };
  'unknown-verb': { readonly verb: string; readonly nearest: string | null };
  'bad-now': { readonly value: string };
  /** What was typed is no branch, tag or commit of this repository. */
  'unknown-revision': { readonly option: string; readonly revision: string };
  'bad-value': { readonly option: string; readonly value: string; readonly expected: string };
  /** Of `coord converse` and `coord generate`, which other coords start. */
  'bad-assignment': Record<string, never>;
  /** What was given as a regular expression is none; `reason` is git's. */
  'bad-pattern': { readonly pattern: string; readonly reason: string };
  /** `fault` is a sentence. */
  'bad-input': { readonly agent: string; readonly fault: string };
  /** `people`: somebody who is not in the team may do so, too. */
  'who-are-you': { readonly agents: readonly string[]; readonly people?: true };
  'which-task': { readonly ids: readonly string[]; readonly verb: string };
  'waits-on-whom': { readonly name: string; readonly task: string | null; readonly nearest: string | null; readonly agents: readonly string[] };
  'which-blocker': { readonly task: string; readonly names: readonly string[]; readonly verb: string };
  'which-decision': { readonly name: string; readonly names: readonly string[]; readonly verb: string };
  'which-job': { readonly name: string; readonly ids: readonly string[]; readonly verb: string };
  'which-area': { readonly areas: readonly string[] };
  'no-such-area': { readonly name: string; readonly nearest: string | null; readonly areas: readonly string[] };
  'no-such-agent': { readonly name: string; readonly nearest: string | null; readonly agents: readonly string[] };
  'no-such-channel': { readonly name: string; readonly nearest: string | null; readonly channels: readonly string[] };
  /** `known`: the phases or groups that coord.yaml or a task names. */
  'no-such-part': { readonly part: 'phase' | 'group'; readonly name: string; readonly nearest: string | null; readonly known: readonly string[] };
  // the rules: exit 1
  'no-such-task': { readonly id: string; readonly nearest: readonly string[] };
  /** `isTask`: a task is called so. `open`: tasks that have open blockers. */
  'no-such-blocker': { readonly name: string; readonly isTask: boolean; readonly open: readonly string[] };
  'not-open': { readonly name: string; readonly since: string };
  /** `source`: what the draft is called, a path for most. */
  'bad-agent': { readonly agent: string; readonly problems: readonly PlacedProblem[] };
  'bad-draft': { readonly source: string; readonly problems: readonly PlacedProblem[] };
  /** `source`: what the description is called, a path for most. */
  'bad-entity': { readonly source: string; readonly problems: readonly PlacedProblem[] };
  /** `folder`: where sets of the repository's own lie. */
  'no-such-set': { readonly name: string; readonly nearest: string | null; readonly sets: readonly string[]; readonly folder: string };
  /** `folder`: where the set lies; `problems` of its manifest, `faults` of its templates. */
  'bad-set': { readonly set: string; readonly folder: string; readonly problems: readonly PlacedProblem[]; readonly faults: readonly SetFault[] };
  'out-of-bounds': { readonly agent: string; readonly paths: readonly string[] };
  /** A model was asked for an entity in vain; `reason`: of the outcome. */
  'not-described': { readonly runtime: string; readonly reason: string; readonly message: string | null };
  'draft-overrides': { readonly source: string; readonly field: string; readonly given: string };
  'draft-unreadable': { readonly source: string; readonly reason: string };
  'source-unreadable': { readonly source: string; readonly reason: string };
  'no-terminal': Record<string, never>;
  'which-handoff': { readonly names: readonly string[]; readonly verb: string };
  /** `isTask`: there is such a task, but nothing was handed over of it. */
  'no-such-handoff': { readonly name: string; readonly isTask: boolean; readonly nearest: readonly string[] };
  'no-such-decision': { readonly name: string; readonly nearest: string | null };
  'not-proposed': { readonly decision: string; readonly status: DecisionStatus };
  'not-accepted': { readonly decision: string; readonly status: DecisionStatus };
  'not-the-decision-maker': { readonly decision: string; readonly maker: string; readonly who: string };
  /** `until`: ISO 8601, UTC. */
  'feedback-open': { readonly decision: string; readonly missing: readonly string[]; readonly until: string };
  /** `task`: there is a task of that name, which no agent was run on yet. */
  'no-such-job': { readonly name: string; readonly nearest: string | null; readonly task: string | null };
  'job-over': { readonly id: string; readonly state: string };
  'job-under-way': { readonly id: string; readonly state: string };
  /** It waits for nobody's yes. */
  'job-not-waiting': { readonly id: string; readonly state: string };
  /** It waits for a yes: only that, or a no, ends it. */
  'job-waiting': { readonly id: string; readonly step: string };
  /** Its agent may not call it done: who carries the job out proves it. */
  'held-by-job': { readonly id: string; readonly job: string };
  'own-step': { readonly id: string; readonly agent: string };
  'job-without-task': { readonly id: string; readonly agent: string };
  'no-such-code': { readonly name: string; readonly nearest: string | null };
  'no-such-path': { readonly path: string };
  'nothing-to-claim': { readonly agent: string; readonly waiting: number; readonly held: number };
  /** `free`: how many tasks may be started. */
  'nobody-up': { readonly free: number };
  'not-ready': { readonly id: string; readonly holds: readonly Hold[] };
  /** A dispatcher was to start it. `who`: its agent, who holds it, or the task that is on the same files. */
  'not-dispatched': { readonly id: string; readonly why: 'gate' | 'milestone' | 'other-agent' | 'held' | 'expired' | 'overlap' | 'started'; readonly who: string | null };
  'cancelled': { readonly id: string };
  'unreadable-claim': { readonly id: string };
  'already-done': { readonly id: string; readonly where: string };
  /** `isKept`: the commit is still in the repository. */
  'done-but-lost': { readonly id: string; readonly agent: string; readonly branch: string | null; readonly head: string | null; readonly isKept: boolean };
  'wrong-agent': { readonly id: string; readonly agent: string; readonly assigned: string };
  'settings-broken': { readonly file: string; /** What is wrong in it. */ readonly problems?: readonly PlacedProblem[]; /** The last commit says through which remote claims are shared, and it does not any more. */ readonly isGone?: true };
  /** Claims were seen at this remote. */
  'sharing-unsaid': { readonly file: string; readonly remote: string };
  'unreadable-record': { readonly id: string | null; readonly file: string };
  /** `on`: the branch that work begins on, where it is not the one in hand. */
  'plan-uncommitted': { readonly id: string; readonly paths: readonly string[]; readonly on: string | null };
  'no-integration-branch': { readonly branch: string; readonly remote: string };
  /** HEAD is detached; `branch`: what the agent's branch for the task is called. */
  'no-branch': { readonly branch: string };
  'uncommitted-work': { readonly paths: readonly string[] };
  'verifier-failed': { readonly name: string; readonly exitCode: number | null; readonly timedOut: boolean; readonly tail: string };
  /** `problems`: of its entry in coord.yaml, which is there, but wrong. */
  'verifier-unknown': { readonly name: string; readonly nearest: string | null; readonly problems: readonly PlacedProblem[] };
  'tree-changed': { readonly paths: readonly string[]; readonly verb: string };
  'criteria-changed': { readonly id: string; readonly agent: string };
  'dependency-open': { readonly id: string; readonly open: readonly string[] };
  'not-approved': { readonly id: string; readonly approvers: readonly string[] };
  'not-the-approver': { readonly id: string; readonly approvers: readonly string[]; readonly who: string };
  'nothing-to-approve': { readonly id: string };
  'blocker-open': { readonly id: string; readonly files: readonly string[] };
  'handoff-too-long': { readonly bytes: number; readonly limit: number };
  'draft-empty': Record<string, never>;
  'taken-over': { readonly name: string; readonly by: string; readonly at: string };
  'your-own': { readonly name: string };
  'for-another': { readonly name: string; readonly to: string; readonly agent: string };
  'artifacts-missing': { readonly file: string; readonly from: string | null; readonly paths: readonly string[] };
  'id-taken': { readonly id: string; readonly file: string };
  'split-held': { readonly id: string; readonly agent: string | null };
  'edit-refused': { readonly file: string; readonly reason: string };
  /** A page that was not made by coord: it has no marks. */
  'page-by-hand': { readonly file: string; readonly start: string; readonly end: string };
  /** A page that a merge left with both sides in it. */
  'page-in-conflict': { readonly file: string };
  'export-stale': { readonly path: string; readonly isMissing: boolean; readonly command: string };
  'would-break': { readonly problems: readonly Problem[] };
  'path-exists': { readonly path: string };
  'branch-exists': { readonly branch: string };
  'not-in-conflict': { readonly path: string; readonly files: readonly string[] };
  /** `holder` null: nobody holds it. */
  'not-abandoned': { readonly id: string; readonly holder: string | null };
  'claims-local': { readonly file: string };
  /** What keeps a plan from being imported. */
  /** `form`: of another tool, by the name that was given; null: it was read as a plan. */
  'bad-plan': { readonly form: string | null; readonly faults: readonly DraftFault[] };
  'nothing-to-import': { readonly sources: readonly string[]; readonly leftOut: readonly LeftOut[] };
  'bad-template': { readonly name: string; readonly nearest: string | null; readonly templates: readonly string[] };
  /** `reason` ends a sentence that begins "cannot be used: ". */
  'template-unusable': { readonly path: string; readonly reason: string };
  /** No notice reaches it: it has no kind. */
  'channel-for-people': { readonly name: string };
  /** Its kind needs this field. */
  'channel-unfinished': { readonly name: string; readonly field: string };
  // another holds it: exit 3
  'held-by-another': { readonly id: string; readonly agent: string; readonly since: string; readonly until: string; readonly where: string | null; readonly free: readonly string[]; readonly asking: string };
  'holds-nothing': Record<string, never>;
  'not-the-holder': { readonly id: string; readonly holder: string | null; readonly lost: boolean };
  'expired-claim': { readonly id: string; readonly agent: string; readonly until: string; readonly branch: string | null; readonly left: readonly string[] };
}

export type RefusalCode = keyof RefusalFacts;

export type Refusal = { [C in RefusalCode]: { readonly code: C; readonly facts: RefusalFacts[C] } }[RefusalCode];

export function refusal<C extends RefusalCode>(code: C, facts: RefusalFacts[C]): Refusal {
  return { code, facts } as Refusal;
}

/** What a use case answers: a value, or why there is none. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const done = <T>(value: T): Result<T> => ({ ok: true, value });
export const refused = <C extends RefusalCode>(code: C, facts: RefusalFacts[C]): Result<never> => ({ ok: false, refusal: refusal(code, facts) });
