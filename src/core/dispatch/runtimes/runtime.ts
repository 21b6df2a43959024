/** What runs agents: how each kind is started, and how its answer is read. Pure: the process is the runner's. */
import type { ModelPrice, RuntimeSettings } from '../../schemas/types.ts';
import type { Verifier } from '../../documents/verifier.ts';
import type { Config } from '../../model.ts';
import type { Outcome } from '../outcome.ts';
import type { RunSigns } from './signs.ts';
import type { Grounds } from '../scope.ts';

export type RuntimeKind = RuntimeSettings['kind'];

export interface RunRequest {
  /** What coord.yaml says of the runtime. */
  readonly run: readonly string[] | null;
  readonly prompt: string;
  readonly model: string | null;
  readonly turns: number | null;
  readonly costUsd: number | null;
  /** Where it works; absolute. */
  readonly worktree: string;
  /** Names of tools it may use without being asked, in its own words; empty: those that its kind starts with. */
  readonly tools: readonly string[];
  /** JSON Schema of the answer it must give; null: it may say what it likes. */
  readonly output: Readonly<Record<string, unknown>> | null;
  /** A UUID of this run alone. */
  readonly session: string;
  /** What only a conversation needs that coord leads itself. */
  readonly own: OwnRun;
  /** What the agent was given, by the names in its `inputs`. */
  readonly input: Readonly<Record<string, unknown>>;
  /** For kinds that are set up by more of coord.yaml than their runtime. */
  readonly config: Config;
}

export interface OwnRun {
  /** Path of the coord that runs now. */
  readonly program: string;
  /** Name of the variable that holds the key. */
  readonly key: string;
  readonly prices: Readonly<Record<string, ModelPrice>>;
  readonly requestsPerMinute: number;
  /** Which time it is for its task: what was answered the first time was not good enough. */
  readonly attempt: number;
  /** What it may run. */
  readonly commands: readonly Verifier[];
  /** What it may change. */
  readonly grounds: Grounds;
  /** From where paths in its input are meant; absolute. */
  readonly cwd: string;
}

export interface RunPlan {
  readonly argv: readonly string[];
  readonly stdin: string;
  /** Names of variables that this run may see besides those of its kind. */
  readonly env?: readonly string[];
  /** Another runtime that it asks in turn: it may see what that one may. */
  readonly through?: RuntimeSettings;
}

/** How its process ended. */
export interface RunAnswer {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly stopped: 'timeout' | 'memory' | 'cancelled' | null;
  /** The first and the last lines of its standard output, in their order, each whole. */
  readonly lines: readonly string[];
  /** The last of all it printed, for people. */
  readonly tail: string;
}

export interface Runtime {
  /** The program that is run where coord.yaml names none; null: it has to, or `isOwn`. */
  readonly program: string | null;
  /** It is coord itself that is started, and that works out what it cost. */
  readonly isOwn?: true;
  /** Of a kind that is known without an entry in coord.yaml: what the entry of an agent of its name would say. */
  readonly agent?: Readonly<Record<string, unknown>>;
  /** Variables that it may see without being named in coord.yaml: where its service is, and the key to it. */
  readonly env: readonly string[];
  /** Those of them that are keys: one will do. */
  readonly keys: readonly string[];
  /** null: its settings do not say what to run. */
  plan(request: RunRequest): RunPlan | null;
  /** What a further line of its output tells while it runs. */
  readonly signs: (before: RunSigns, line: string) => RunSigns;
  read(answer: RunAnswer, asked: Pick<RunRequest, 'output'>): Outcome;
}
