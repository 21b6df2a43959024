/** Which runtime runs an agent, by coord.yaml. */
import type { Agent, Config } from '../../model.ts';
import type { RuntimeSettings } from '../../schemas/types.ts';
import { command } from './command.ts';
import type { Runtime } from './runtime.ts';

const RUNTIMES: Partial<Record<RuntimeSettings['kind'], Runtime>> = { command };

export interface AgentRuntime {
  /** The name under `runtimes`. */
  readonly name: string;
  readonly settings: RuntimeSettings;
  readonly runtime: Runtime;
}

/** null where the agent names none, or none that coord.yaml has and coord can run. */
export function runtimeOf({ more }: Agent, { runtimes }: Config): AgentRuntime | null {
  const name = more['runtime'];
  if (typeof name !== 'string' || !runtimes || !Object.hasOwn(runtimes, name)) return null;
  const settings = runtimes[name];
  const runtime = settings && RUNTIMES[settings.kind];
  return settings && runtime ? { name, settings, runtime } : null;
}
