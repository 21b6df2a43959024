import type { Agent } from './model.ts';

/** A list of texts that an agent's entry has under a key that is read only where agents are run; what else stands there is left out. */
export function agentList({ more }: Agent, key: 'verifiers' | 'writes'): readonly string[] {
  const list = more[key];
  return Array.isArray(list) ? list.filter((text) => typeof text === 'string') : [];
}
