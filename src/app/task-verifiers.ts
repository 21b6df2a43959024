import { verifierOf } from '../core/documents/verifier.ts';
import type { Verifier } from '../core/documents/verifier.ts';
import type { Config, Task } from '../core/model.ts';
import { nearest } from '../core/nearest.ts';
import { done, refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';

/** The verifiers that a task names, in its order; one that coord.yaml does not define is a refusal. */
export function taskVerifiers(task: Task, config: Config): Result<readonly Verifier[]> {
  const found: Verifier[] = [];
  for (const name of task.verify) {
    const verifier = verifierOf(config, name);
    if (verifier === null) return refused('verifier-unknown', { name, nearest: nearest(name, Object.keys(config.verifiers ?? {})) });
    found.push(verifier);
  }
  return done(found);
}
