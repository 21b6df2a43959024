/** A task's phase that coord.yaml does not define. Without any phases there the field is free text. */
import type { Workspace } from '../documents/workspace.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { fieldOf } from './field-of.ts';
import { suggestFrom } from './suggest.ts';

export function findUnknownPhases({ config, tasks }: Workspace): Problem[] {
  const ids = (config.phases ?? []).map(({ id }) => id);
  if (ids.length === 0) return [];
  const known = new Set(ids);
  const suggest = suggestFrom(() => ids);
  return tasks.flatMap(({ phase, place }) => {
    if (phase === null || known.has(phase)) return [];
    return [problem('unknown-phase', fieldOf(place, 'phase'), { name: phase, nearest: suggest(phase) })];
  });
}
