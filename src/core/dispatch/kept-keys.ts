/** Keys by which agents are run are for those agents: what proves their work runs what they wrote, and does not see them. */
import type { Config } from '../model.ts';
import { RUNTIMES } from './runtimes/by-kind.ts';

/** Names of variables that a command of a job does not see; null: nothing can be read of the settings. */
export function keptKeys(config: Config | null, command: readonly string[]): readonly string[] {
  const named = Object.values(config?.runtimes ?? {}).flatMap(({ key }) => (typeof key === 'string' ? [key] : []));
  const keys = new Set([...Object.values(RUNTIMES).flatMap((runtime) => runtime.keys), ...named]);
  for (const name of shown(config, command)) keys.delete(name);
  return [...keys];
}

/** By the command, not the name: what another branch calls so may be anything. */
function shown(config: Config | null, command: readonly string[]): readonly string[] {
  const isSame = (run: readonly string[]): boolean => run.length === command.length && run.every((word, at) => word === command[at]);
  return Object.values(config?.verifiers ?? {}).flatMap(({ run, env }) => (isSame(run) ? (env ?? []) : []));
}
