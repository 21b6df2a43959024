/**
 * What stood in a workspace at one moment, as far as events tell of it: two of them compared are what happened between.
 * Plain data, so that it can be kept from one watch to the next.
 */
import type { Config, Kind, Severity } from '../model.ts';

export interface TaskStanding {
  readonly id: string;
  readonly title: string;
  readonly agent: string | null;
  readonly kind: Kind;
  /** `done`: also a milestone that is reached; not what still lacks an approval. */
  readonly state: 'open' | 'done' | 'cancelled';
  readonly isReady: boolean;
  /** What last made way for it, as written: when a dependency was completed or a blocker resolved. Tells one time that it is ready from another. */
  readonly way: string;
  readonly completed: string;
  /** Of an open one: its deadline. */
  readonly due: number | null;
  readonly file: string;
}

export interface ClaimStanding {
  readonly id: string;
  readonly agent: string;
  readonly token: number;
  readonly state: 'held' | 'released' | 'done';
  readonly since: number;
  /** When it is over without a sign of work, clocks that differ allowed for. */
  readonly expires: number;
}

export interface HandoffStanding {
  readonly task: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** An open one. */
export interface BlockerStanding {
  readonly task: string;
  readonly severity: Severity;
  readonly by: string | null;
  readonly waitsOn: string | null;
  readonly needed: string;
  readonly raised: string;
  readonly calls: readonly string[];
  readonly escalation: readonly string[];
  /** Until when it has to be answered; null: no time is set, or it was. */
  readonly due: number | null;
}

/** A proposed decision. */
export interface ProposalStanding {
  readonly title: string;
  readonly reviewers: readonly string[];
  readonly decisionMaker: string | null;
  readonly due: number | null;
}

/** What coord.yaml says of times. */
export interface Calendar {
  readonly points: Pick<Config, 'timezone' | 'sync_points'>;
  /** How long before a deadline it is near, in milliseconds: once for each rule that asks for a length of its own. */
  readonly windows: readonly number[];
}

export interface Standing {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** null: of the work tree. */
  readonly commit: string | null;
  /** Blob ids of records and coord.yaml, by file. */
  readonly files: Readonly<Record<string, string>>;
  /** By id in lower case; so are claims. */
  readonly tasks: Readonly<Record<string, TaskStanding>>;
  readonly claims: Readonly<Record<string, ClaimStanding>>;
  /** These by file. */
  readonly handoffs: Readonly<Record<string, HandoffStanding>>;
  readonly blockers: Readonly<Record<string, BlockerStanding>>;
  readonly proposals: Readonly<Record<string, ProposalStanding>>;
  /** Codes of errors, sorted. */
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly calendar: Calendar;
  /** Keys of what was told last, oldest first: what goes and comes back, as with a checkout of another branch, is not told again. */
  readonly told: readonly string[];
}
