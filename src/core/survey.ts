/**
 * All that files alone decide, worked out once: neither claims nor the clock enter.
 * Plain data, so that it can be kept beside the parsed rows and read back when nothing has changed.
 */
import type { Agent, Approval, Blocker, Config, Decision, Feedback, Handoff, Kind, Priority, Status } from './model.ts';
import type { PlacedProblem } from './problem/problem.ts';

/** A task that may start as far as files go, in the order of `byRank`. */
export interface ReadyTask {
  readonly id: string;
  readonly title: string;
  readonly agent: string | null;
  readonly priority: Priority;
  /** Open tasks that wait for it, directly or through others. */
  readonly unblocks: number;
  /** Marked `in_progress` in its file: started, perhaps unheld. */
  readonly started: boolean;
  /** Globs it may touch, where another open task may touch some of the same files; else none. */
  readonly sharedFiles: readonly string[];
}

export interface PhaseState {
  readonly id: string;
  readonly done: number;
  readonly total: number;
  /** Every earlier phase's gate is done. */
  readonly open: boolean;
}

export interface GateState {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  readonly status: Status;
  readonly phase: string | null;
  readonly waitsFor: readonly string[];
  /** Who may approve it, where none of them did. */
  readonly approvers: readonly string[];
  /** What was answered so far: perhaps a no. */
  readonly approval: Approval | null;
}

/** An open task with which nothing is left to do but to approve it. */
export type ApprovalRequest = Pick<GateState, 'id' | 'title' | 'approvers' | 'approval'>;

/** A handoff in short. */
export interface HandoffLine {
  readonly file: string;
  readonly task: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly timestamp: string | null;
  readonly nextSteps: readonly string[];
  readonly acknowledged: Handoff['acknowledged'];
  /** Who is to take it over (policy/handoff-inbox.ts). */
  readonly receivers: readonly (string | null)[];
}

export interface AgentLoad {
  readonly id: string;
  readonly open: number;
  readonly done: number;
  readonly ready: number;
  /** Open ones that files hold back. */
  readonly waiting: number;
}

export interface Survey {
  readonly config: Config;
  /** coord.yaml is there but cannot be read. */
  readonly configBroken: boolean;
  readonly agents: readonly Agent[];
  readonly counts: Readonly<Record<Status, number>>;
  /** Share of the work that is done, 0 to 1: cancelled tasks left out, progress of open ones counted, equal weight a task. */
  readonly completion: number;
  readonly loads: readonly AgentLoad[];
  readonly ready: readonly ReadyTask[];
  /** Open tasks that files hold back (dependencies, blockers, gates). */
  readonly waiting: number;
  /** Ids of the tasks that are neither done nor cancelled. */
  readonly open: readonly string[];
  /** Ids of the tasks whose files say `in_progress`, ready or not. */
  readonly started: readonly string[];
  /** Of open tasks, soonest first; `due` in milliseconds since 1970. Many tasks share a day, so this stays short. */
  readonly deadlines: readonly { readonly due: number; readonly ids: readonly string[] }[];
  readonly phases: readonly PhaseState[];
  readonly gates: readonly GateState[];
  readonly approvals: readonly ApprovalRequest[];
  /** Unresolved ones. */
  readonly blockers: readonly Blocker[];
  readonly decisions: readonly Decision[];
  readonly feedback: readonly Feedback[];
  readonly handoffs: readonly HandoffLine[];
  /** Problems of files and of how they fit together; none of git or the clock. */
  readonly problems: readonly PlacedProblem[];
}
