import { verifierFaults, verifierOf } from '../../core/documents/verifier.ts';
import type { Verifier } from '../../core/documents/verifier.ts';
import type { Agent, Config, Task } from '../../core/model.ts';
import { agentList } from '../../core/agent-list.ts';
import { nearest } from '../../core/nearest.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { View } from '../view.ts';

/** What counts for it, which may be older than what stands in the workspace. */
interface Ruling {
  readonly config: Config;
  readonly agent: Agent | null;
}

/** The verifiers that a task names, in its order, then those of all that `agent` does; one that coord.yaml does not define is a refusal. */
export function taskVerifiers(view: View, folder: string, task: Task, { config, agent }: Ruling): Result<readonly Verifier[]> {
  const found: Verifier[] = [];
  for (const name of new Set([...task.verify, ...(agent === null ? [] : agentList(agent, 'verifiers'))])) {
    const verifier = verifierOf(config, name);
    if (verifier === null) return refused('verifier-unknown', { name, nearest: nearest(name, Object.keys(config.verifiers ?? {})), problems: verifierFaults(view.problems, folder, name) });
    found.push(verifier);
  }
  return done(found);
}
