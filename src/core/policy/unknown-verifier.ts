/** A task may only name a verifier that coord.yaml defines: commands live there, where they are reviewed. */
import type { Workspace } from '../documents/workspace.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { fieldOf } from './field-of.ts';
import { suggestFrom } from './suggest.ts';

export function findUnknownVerifiers({ config, configBroken, tasks }: Workspace): Problem[] {
  if (configBroken) return [];
  const known = new Set(Object.keys(config.verifiers ?? {}));
  const suggest = suggestFrom(() => known);
  return tasks.flatMap(({ verify, place }) =>
    verify.flatMap((name, index) => (known.has(name) ? [] : [problem('unknown-verifier', fieldOf(place, 'verify', index), { name, nearest: suggest(name) })])),
  );
}
