/** How an agent is run: its runtime, the program with its arguments, what it may see and take. */
import { agentList } from '../agent-list.ts';
import { verifierOf } from '../documents/verifier.ts';
import type { Agent, Config, Task } from '../model.ts';
import { nearest } from '../nearest.ts';
import { done, refused } from '../problem/refusal.ts';
import type { Result } from '../problem/refusal.ts';
import type { ModelPrice, RuntimeSettings } from '../schemas/types.ts';
import { requestsPerMinute, runLimits } from './limits.ts';
import { isOwnKind } from './own-kinds.ts';
import { isRecord } from '../documents/with-value.ts';
import { RUNTIMES } from './runtimes/by-kind.ts';
import type { OwnRun, RunPlan, Runtime, RuntimeKind } from './runtimes/runtime.ts';
import { groundsOf } from './scope.ts';
import type { Territory } from '../policy/scope.ts';

export interface RunWishes {
  readonly prompt: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly worktree: string;
  /** From where paths in its input are meant. */
  readonly cwd: string;
  readonly task: Task | null;
  readonly territory: Territory;
  /** A UUID of this run alone. */
  readonly session: string;
  /** Path of the coord that runs now. */
  readonly program: string;
  readonly attempt: number;
  /** In place of the agent's and the runtime's own; null: those. */
  readonly model: string | null;
  readonly timeoutSeconds: number | null;
}

export interface PlannedRun extends RunPlan {
  readonly agent: string;
  readonly runtime: Runtime;
  readonly kind: RuntimeKind;
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
  const settings = Object.hasOwn(runtimes ?? {}, name) ? runtimes?.[name] : isOwnKind(name) ? { kind: name } : undefined;
  if (settings === undefined) return refused('no-runtime', { agent: id, runtime: name, runtimes: names, nearest: nearest(name, names) });
  const runtime = RUNTIMES[settings.kind];
  const isUsable = runtime.isOwn === true || runtime.program !== null || (settings.run ?? []).length > 0;
  return isUsable ? done({ name, settings, runtime }) : refused('runtime-unusable', { runtime: name, kind: settings.kind });
}

/** Names of variables that may hold the key to its service. */
export function keysOf({ settings, runtime }: Pick<NamedRuntime, 'settings' | 'runtime'>): readonly string[] {
  const { key } = settings;
  return runtime.isOwn === true && typeof key === 'string' ? [key] : runtime.keys;
}

/** Names of variables that it may see. */
export function seenBy({ settings, runtime }: Pick<NamedRuntime, 'settings' | 'runtime'>): readonly string[] {
  return [...runtime.env, ...keysOf({ settings, runtime }), ...(settings.env ?? [])];
}

/** What it runs on where nobody asks for another; null: its runtime decides. */
export function modelOf({ more }: Agent, settings: RuntimeSettings): string | null {
  return textOf(more['model']) ?? settings.model ?? null;
}

export function planRun(agent: Agent, config: Config, wishes: RunWishes): Result<PlannedRun> {
  const { prompt, input, worktree, task, session } = wishes;
  const found = runtimeOf(agent, config);
  if (!found.ok) return found;
  const { name, settings, runtime } = found.value;
  const limits = runLimits(agent, config);
  const model = wishes.model ?? modelOf(agent, settings);
  const output = isRecord(agent.more['output']) ? agent.more['output'] : null;
  const plan = runtime.plan({ run: settings.run ?? null, prompt: asking(prompt, output), model, turns: limits.turns, costUsd: limits.costUsd, worktree, tools: toolsOf(agent), output, session, own: ownRun(agent, config, found.value, wishes), input, config });
  if (plan === null) return refused('runtime-unusable', { runtime: name, kind: settings.kind });
  const set = { COORD_AGENT: agent.id, ...(task === null ? {} : { COORD_TASK: task.id }) };
  const env = [...seenBy(found.value), ...(plan.env ?? []), ...(plan.through === undefined ? [] : seenBy({ settings: plan.through, runtime: RUNTIMES[plan.through.kind] }))];
  return done({ ...plan, agent: agent.id, runtime, kind: settings.kind, runtimeName: name, model, output, env, set, timeoutSeconds: wishes.timeoutSeconds ?? limits.timeoutSeconds, memoryMb: limits.memoryMb, prices: settings.prices ?? {} });
}

function ownRun(agent: Agent, config: Config, named: NamedRuntime, { program, attempt, task, territory, cwd }: RunWishes): OwnRun {
  const names = new Set([...(task?.verify ?? []), ...agentList(agent, 'verifiers')]);
  const commands = [...names].flatMap((name) => verifierOf(config, name) ?? []);
  return { program, key: keysOf(named)[0] ?? '', prices: named.settings.prices ?? {}, requestsPerMinute: requestsPerMinute(config), attempt, commands, grounds: groundsOf(agent, task, territory), cwd };
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
