/** What runs agents: how each kind is started, and how its answer is read. Pure: the process is the runner's. */
import type { Outcome } from '../outcome.ts';

export interface RunRequest {
  /** What coord.yaml says of the runtime. */
  readonly run: readonly string[] | null;
  readonly prompt: string;
  readonly model: string | null;
  readonly turns: number | null;
  readonly costUsd: number | null;
  /** Where it works; absolute. */
  readonly worktree: string;
}

export interface RunPlan {
  readonly argv: readonly string[];
  readonly stdin: string;
}

/** How its process ended. */
export interface RunAnswer {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly stopped: 'timeout' | 'memory' | 'cancelled' | null;
  /** The last lines of its standard output, oldest first, each whole. */
  readonly lines: readonly string[];
  /** The last of all it printed, for people. */
  readonly tail: string;
}

export interface Runtime {
  /** null: its settings do not say what to run. */
  plan(request: RunRequest): RunPlan | null;
  read(answer: RunAnswer): Outcome;
}
