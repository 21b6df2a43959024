/** Agents as processes: started, watched, stopped with all that they started. */
import type { Result } from '../../core/problem/refusal.ts';
import type { ProcessIdentity } from '../../core/process-identity.ts';

export interface RunSpec {
  /** Marks every process of the run, so that those which leave its process group are found too. */
  readonly job: string;
  /** The program and its arguments; never a shell. */
  readonly argv: readonly string[];
  readonly cwd: string;
  /** Written to its standard input, which is closed then. */
  readonly stdin: string;
  /** Names of variables it may see besides the few that every program gets. */
  readonly env: readonly string[];
  /** Variables that it is given. */
  readonly set: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  /** All of its processes together; null: no bound. */
  readonly memoryMb: number | null;
  /** Each line of its output, of bounded length, what looks like a secret taken out. */
  readonly onLine: (line: OutputLine) => void;
}

export interface OutputLine {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

export type StopReason = 'timeout' | 'memory' | 'cancelled';

export interface RunEnd {
  /** null where a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** Why it was stopped, by whom it was started; null where it ended by itself, or others killed it. */
  readonly stopped: StopReason | null;
  /** The last lines of its output, at most 4,000 characters, without control characters and secrets. */
  readonly tail: string;
  readonly seconds: number;
  /** Processes it left running, which were stopped. */
  readonly leftovers: number;
}

export interface Running {
  readonly identity: ProcessIdentity;
  readonly ended: Promise<RunEnd>;
  /** SIGTERM to all of it, SIGKILL to what is left a few seconds later. The first reason counts. */
  stop(reason: StopReason): void;
}

export interface Runner {
  /** Refused where there is no such program, or it cannot be started. */
  start(spec: RunSpec): Promise<Result<Running>>;
  /** Ends what another coord started and left, or still runs; `leader`: as it was told when it started. Answers how many processes there were. */
  stopOrphans(job: string, leader: ProcessIdentity | null): Promise<number>;
  /** Whether there is such a program: by a path, which may start in `cwd`, or a name. */
  finds(program: string, cwd: string): Promise<boolean>;
  /** Those of these variables that are set, by name. */
  areSet(names: readonly string[]): Promise<readonly string[]>;
  /** From now on Ctrl-C and the like do not end coord but call this; answers how to go back. */
  onInterrupt(call: () => void): Promise<() => void>;
}
