/** How an agent is run: its runtime, the program with its arguments, what it may see and take. */
import type { Agent, Config } from '../model.ts';
import { nearest } from '../nearest.ts';
import { done, refused } from '../problem/refusal.ts';
import type { Result } from '../problem/refusal.ts';
import type { ModelPrice, RuntimeSettings } from '../schemas/types.ts';
import { runLimits } from './limits.ts';
import { isRecord } from '../documents/with-value.ts';
import { RUNTIMES } from './runtimes/by-kind.ts';
import type { RunPlan, Runtime } from './runtimes/runtime.ts';

export interface RunWishes {
  readonly prompt: string;
  readonly worktree: string;
  readonly task: string | null;
  /** A UUID of this run alone. */
  readonly session: string;
  /** In place of the agent's and the runtime's own; null: those. */
  readonly model: string | null;
  readonly timeoutSeconds: number | null;
}

export interface PlannedRun extends RunPlan {
  readonly agent: string;
  readonly runtime: Runtime;
  /** Its name in coord.yaml. */
  readonly runtimeName: string;
  readonly model: string | null;
  readonly output: Readonly<Record<string, unknown>> | null;
  /** Names of variables it may see. */
  readonly env: readonly string[];
  readonly set: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMb: number | null;
  /** Of its models, by name. */
  readonly prices: Readonly<Record<string, ModelPrice>>;
}

export interface NamedRuntime {
  readonly name: string;
  readonly settings: RuntimeSettings;
  readonly runtime: Runtime;
}

/** Whoever names no runtime is run by nobody, however many there are: teams have people, too. */
export function runtimeOf({ id, more }: Agent, { runtimes }: Config): Result<NamedRuntime> {
  const names = Object.keys(runtimes ?? {});
  const name = textOf(more['runtime']);
  if (name === null) return refused('no-runtime', { agent: id, runtime: null, runtimes: names, nearest: null });
  const settings = Object.hasOwn(runtimes ?? {}, name) ? runtimes?.[name] : undefined;
  if (settings === undefined) return refused('no-runtime', { agent: id, runtime: name, runtimes: names, nearest: nearest(name, names) });
  const runtime = RUNTIMES[settings.kind];
  const isUsable = runtime !== null && (runtime.program !== null || (settings.run ?? []).length > 0);
  return isUsable ? done({ name, settings, runtime }) : refused('runtime-unusable', { runtime: name, kind: settings.kind });
}

export function planRun(agent: Agent, config: Config, { prompt, worktree, task, session, ...wishes }: RunWishes): Result<PlannedRun> {
  const found = runtimeOf(agent, config);
  if (!found.ok) return found;
  const { name, settings, runtime } = found.value;
  const limits = runLimits(agent, config);
  const model = wishes.model ?? textOf(agent.more['model']) ?? settings.model ?? null;
  const output = isRecord(agent.more['output']) ? agent.more['output'] : null;
  const plan = runtime.plan({ run: settings.run ?? null, prompt: asking(prompt, output), model, turns: limits.turns, costUsd: limits.costUsd, worktree, tools: toolsOf(agent), output, session });
  if (plan === null) return refused('runtime-unusable', { runtime: name, kind: settings.kind });
  const set = { COORD_AGENT: agent.id, ...(task === null ? {} : { COORD_TASK: task }) };
  const env = [...runtime.env, ...(settings.env ?? [])];
  return done({ ...plan, agent: agent.id, runtime, runtimeName: name, model, output, env, set, timeoutSeconds: wishes.timeoutSeconds ?? limits.timeoutSeconds, memoryMb: limits.memoryMb, prices: settings.prices ?? {} });
}

/** The form of the answer is said to every runtime; some hold their model to it besides. */
function asking(prompt: string, output: Readonly<Record<string, unknown>> | null): string {
  return output === null ? prompt : `${prompt}\nEnd with your answer as JSON alone, in the form that this JSON Schema describes:\n\n${JSON.stringify(output)}\n`;
}

/** As a list, or separated by commas outside of brackets: "Read, Bash(git *)". */
function toolsOf({ more }: Agent): readonly string[] {
  const { tools } = more;
  const names: readonly unknown[] = typeof tools === 'string' ? tools.split(/,(?![^(]*\))/) : Array.isArray(tools) ? tools : [];
  return names.flatMap((name) => (typeof name === 'string' && name.trim() !== '' ? [name.trim()] : []));
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
