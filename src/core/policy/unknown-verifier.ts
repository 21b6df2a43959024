/** A task or an agent may only name a verifier that coord.yaml defines: commands live there, where they are reviewed. */
import type { Workspace } from '../documents/workspace.ts';
import type { Place } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { agentEntries } from './agent-entries.ts';
import { fieldOf } from './field-of.ts';
import { suggestFrom } from './suggest.ts';

interface Named {
  readonly name: string;
  readonly place: Place;
}

export function findUnknownVerifiers(workspace: Workspace): Problem[] {
  if (workspace.configBroken) return [];
  const known = new Set(Object.keys(workspace.config.verifiers ?? {}));
  const suggest = suggestFrom(() => known);
  return [...byTasks(workspace), ...byAgents(workspace)].filter(({ name }) => !known.has(name)).map(({ name, place }) => problem('unknown-verifier', place, { name, nearest: suggest(name) }));
}

function byTasks({ tasks }: Workspace): readonly Named[] {
  return tasks.flatMap(({ verify, place }) => verify.map((name, index) => ({ name, place: fieldOf(place, 'verify', index) })));
}

function byAgents(workspace: Workspace): readonly Named[] {
  return agentEntries(workspace).flatMap(({ fields: { verifiers, steps }, place }) => [
    ...(verifiers ?? []).map((name, index) => ({ name, place: fieldOf(place, 'verifiers', index) })),
    ...(steps ?? []).flatMap((step, index) => (['run', 'undo'] as const).flatMap((field) => (step[field] ? [{ name: step[field], place: fieldOf(place, 'steps', index, field) }] : []))),
  ]);
}
