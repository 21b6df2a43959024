/** A request for a task, with all that is known when it is made. */
import type { LiveClaims } from './live-claims.ts';
import type { SharedPorts } from './shared-claims.ts';
import type { View } from '../view.ts';

export interface ClaimCommand {
  /** null: the best one that is free. */
  readonly id: string | null;
  readonly as: string | null;
  /** Make a worktree and a branch for it. */
  readonly worktree: boolean;
  /** Though it is meant for another agent. */
  readonly take: boolean;
  /** Though another held it, whose lease has run out. */
  readonly takeOver: boolean;
}

export interface Asking {
  readonly ports: SharedPorts;
  readonly view: View;
  readonly claims: LiveClaims;
  readonly agent: string;
  readonly command: ClaimCommand;
}
