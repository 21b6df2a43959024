/**
 * The records that files hold, after reading: aliases resolved, names mapped to ids, absent values null.
 * Everything here is plain data: it goes through JSON and back unchanged.
 */
import type { CoordConfig } from './schemas/types.ts';

/** A way into a YAML document: keys and indexes from its root. */
export type Pointer = readonly (string | number)[];

/** Where something stands: a file (repository-relative, `/`), and in it a node or a stretch of text (UTF-16 units). */
export interface Place {
  readonly file: string;
  readonly pointer?: Pointer;
  /** With `pointer`: the key of the pair rather than its value. */
  readonly at?: 'key' | 'value';
  readonly offset?: number;
  readonly length?: number;
}

/** coord.yaml with aliases renamed; defaults are applied by `settings` (documents/settings.ts), not here. */
export type Config = CoordConfig;

export const PRIORITIES = ['high', 'medium', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];
export const KINDS = ['task', 'gate', 'milestone'] as const;
export type Kind = (typeof KINDS)[number];
export const STATUSES = ['todo', 'in_progress', 'review', 'done', 'cancelled'] as const;
export type Status = (typeof STATUSES)[number];

/** Neither done nor cancelled. */
export function isOpen({ status }: { readonly status: Status }): boolean {
  return status !== 'done' && status !== 'cancelled';
}

export interface Dependency {
  readonly id: string;
  /** What is handed over along this edge, e.g. "Database Ready". */
  readonly label: string | null;
}

export interface Proof {
  readonly head: string | null;
  readonly tree: string | null;
  readonly verified: readonly { readonly name: string; readonly exitCode: number; readonly at: string }[];
}

/** What was answered to a request for approval. */
export interface Approval {
  readonly approved: boolean;
  readonly by: string;
  readonly at: string;
  readonly note: string | null;
}

export interface Task {
  readonly id: string;
  /** The field `task`: one line that says what is to be done. */
  readonly title: string;
  /** A team id; as written where no such agent is known; null where nobody is named. */
  readonly agent: string | null;
  readonly priority: Priority;
  readonly kind: Kind;
  readonly status: Status;
  /** 0 to 100. */
  readonly progress: number | null;
  readonly dependencies: readonly Dependency[];
  readonly phase: string | null;
  readonly group: string | null;
  /** Minutes of work; the middle of a range; a day is 8 hours. */
  readonly estimate: number | null;
  /** How many minutes more or less it may be: half the width of a range. */
  readonly margin: number;
  /** As written: a date (its end, in the workspace's time zone) or a date and time. */
  readonly deadline: string | null;
  /** Globs it may touch. */
  readonly files: readonly string[];
  readonly actions: readonly string[];
  readonly acceptance: readonly string[];
  /** Names of verifiers in coord.yaml. */
  readonly verify: readonly string[];
  /** Who may approve it, where it must be approved before it is done. */
  readonly approvers: readonly string[];
  readonly artifacts: readonly string[];
  readonly started: string | null;
  readonly completed: string | null;
  readonly proof: Proof | null;
  readonly approval: Approval | null;
  readonly notes: string | null;
  readonly place: Place;
}

export interface Artifact {
  readonly path: string;
  readonly description: string | null;
  readonly blob: string | null;
}

export interface Verification {
  readonly name: string;
  readonly command: string | null;
  readonly exitCode: number;
  readonly at: string | null;
  /** Files that the command names, and that the work itself changed; not there: none. */
  readonly ranChanged?: readonly string[];
}

export interface Handoff {
  readonly from: string | null;
  readonly to: string | null;
  readonly timestamp: string | null;
  readonly task: string | null;
  readonly completed: readonly string[];
  readonly ready: readonly string[];
  readonly blockers: readonly string[];
  readonly nextSteps: readonly string[];
  readonly artifacts: readonly Artifact[];
  readonly base: string | null;
  readonly head: string | null;
  readonly branch: string | null;
  readonly tree: string | null;
  readonly token: number | null;
  readonly nonce: string | null;
  readonly verification: readonly Verification[];
  readonly ruledOut: readonly string[];
  readonly acknowledged: Acknowledged | null;
  readonly notes: string;
  readonly place: Place;
}

export const SEVERITIES = ['P0', 'P1', 'P2', 'P3'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Who took a handoff over, or is on a blocker, and since when (ISO 8601, UTC). */
export interface Acknowledged {
  readonly by: string;
  readonly at: string;
}

export interface Blocker {
  readonly task: string;
  readonly by: string | null;
  readonly severity: Severity;
  /** An agent's id, `human:name` or `external:what`. */
  readonly waitsOn: string | null;
  readonly needed: string;
  readonly raised: string | null;
  readonly acknowledged: Acknowledged | null;
  readonly approval: Approval | null;
  readonly resolved: string | null;
  readonly resolvedBy: string | null;
  /** How it was resolved. */
  readonly resolution: string | null;
  readonly place: Place;
}

export const DECISION_STATUSES = ['proposed', 'accepted', 'rejected', 'superseded'] as const;
export type DecisionStatus = (typeof DECISION_STATUSES)[number];

export interface Decision {
  readonly title: string;
  readonly status: DecisionStatus;
  readonly area: string | null;
  readonly owner: string | null;
  readonly reviewers: readonly string[];
  readonly proposed: string | null;
  readonly deadline: string | null;
  readonly decisionMaker: string | null;
  readonly decided: string | null;
  readonly decidedBy: string | null;
  /** What the decision maker said to it. */
  readonly outcome: string | null;
  /** File names of decisions that this one replaces. */
  readonly supersedes: readonly string[];
  readonly supersededBy: string | null;
  /** Globs the decision binds. */
  readonly scope: readonly string[];
  readonly place: Place;
}

/** What somebody says of a proposed decision: a file of its own, so that no two of them ever meet in a merge. */
export interface Feedback {
  /** File name of the decision, as written. */
  readonly decision: string;
  readonly by: string;
  readonly at: string | null;
  readonly text: string;
  readonly place: Place;
}

/** A member of the team: its `team.<id>` entry, extended by agents/<id>.md where there is one. */
export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly role: string | null;
  readonly focus: string | null;
  readonly owns: readonly string[];
  /** Pattern such as `agent-1/{task}`; null for the default `{agent}/{task}`. */
  readonly branch: string | null;
  readonly needs: readonly { readonly from: string; readonly label: string | null }[];
  readonly channel: string | null;
  readonly lead: string | null;
  /** Everything else of the entry (skills, tools, access, outputs, commands, ...), as written. */
  readonly more: Readonly<Record<string, unknown>>;
  readonly place: Place;
}

/** One agent's section of status/current-status.md, as written. */
export interface StatusSection {
  readonly agent: string;
  readonly lastUpdated: string | null;
  readonly currentTask: string | null;
  /** 0 to 100. */
  readonly progress: number | null;
  readonly blockers: string | null;
  readonly nextUpdate: string | null;
  readonly place: Place;
}
