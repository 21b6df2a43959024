/** What the dispatcher needs from the machine besides processes. */
import type { Result } from '../../core/problem/refusal.ts';
import type { ProcessIdentity } from '../../core/process-identity.ts';

export interface Dispatching {
  /** From now on no other dispatcher works in this repository, in whichever worktree; answers how to end that. Refused while one does. */
  begin(): Promise<Result<() => void>>;
  /** Settings of git that are not as they were when this began, by which every git would go: paths of their files. */
  changedSettings(): Promise<readonly string[]>;
  /** The file whose presence keeps agents from being started; absolute. */
  stopFile(): Promise<{ readonly path: string; readonly isThere: boolean }>;
  /** Calls again and again; answers how to end that. */
  every(seconds: number, call: () => void): Promise<() => void>;
  /** `cut` ends it before its time. */
  pause(milliseconds: number, cut?: AbortSignal): Promise<void>;
  /** This process of coord. */
  self(): Promise<ProcessIdentity>;
  /** Runs here, and is not this process. Of other machines nothing is known: false. */
  isAtWork(other: ProcessIdentity): Promise<boolean>;
}
