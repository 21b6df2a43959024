/** Claims that may be shared through a remote, as verbs that change them see them. */
import type { Result } from '../../core/problem/refusal.ts';
import type { ClaimRef, Claims, Ports } from '../ports.ts';

/** Why a change is known to this machine alone, though claims should be shared; `reason`: the remote's, null where git knows no such remote. */
export interface NotShared {
  readonly remote: string;
  readonly reason: string | null;
}

export interface Refreshed {
  /** Tasks whose claims the remote had lost or set back, and has again. */
  readonly restored: readonly string[];
}

export interface SharedClaims extends Claims {
  /** null: claims hold on this machine alone. */
  readonly remote: string | null;
  /** Asks the remote for the default branch and the claim of one task (null: of all), and gives back to it what it has lost. */
  refresh(id: string | null): Promise<Result<Refreshed>>;
  /** Our own refs alone. */
  own(): Promise<readonly ClaimRef[]>;
  /** Our own refs joined with what the remote was last seen to hold. */
  join(local: readonly ClaimRef[]): Promise<readonly ClaimRef[]>;
  /** Of the last change. */
  notShared(): NotShared | null;
}

export interface SharedPorts extends Ports {
  readonly claims: SharedClaims;
}

/** How claims are shared, as coord.yaml says. */
export interface Sharing {
  readonly remote: string;
  /** The default branch, where coord.yaml names it. */
  readonly main: string | null;
  /** Those of these tasks that are done on a fetched branch. */
  readonly doneAt: (branch: string, ids: readonly string[]) => Promise<ReadonlySet<string>>;
}
