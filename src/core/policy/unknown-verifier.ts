/** A task or an agent may only name a verifier that coord.yaml defines: commands live there, where they are reviewed. */
import type { Workspace } from '../documents/workspace.ts';
import type { Place, Task } from '../model.ts';
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
  // What is wrong with an entry is told where it stands.
  const known = new Set([...Object.keys(workspace.config.verifiers ?? {}), ...workspace.brokenVerifiers]);
  const suggest = suggestFrom(() => known);
  const isUnknown = (name: string): boolean => !known.has(name);
  // Of thousands of tasks few name one that is unknown: only of these places are made.
  const tasks = workspace.tasks.filter(({ verify }) => verify.some(isUnknown));
  return [...byTasks(tasks), ...byAgents(workspace)].filter(({ name }) => isUnknown(name)).map(({ name, place }) => problem('unknown-verifier', place, { name, nearest: suggest(name) }));
}

function byTasks(tasks: readonly Task[]): readonly Named[] {
  return tasks.flatMap(({ verify, place }) => verify.map((name, index) => ({ name, place: fieldOf(place, 'verify', index) })));
}

function byAgents(workspace: Workspace): readonly Named[] {
  return agentEntries(workspace).flatMap(({ fields: { verifiers, steps }, place }) => [
    ...(verifiers ?? []).map((name, index) => ({ name, place: fieldOf(place, 'verifiers', index) })),
    ...(steps ?? []).flatMap((step, index) => (['run', 'undo'] as const).flatMap((field) => (step[field] ? [{ name: step[field], place: fieldOf(place, 'steps', index, field) }] : []))),
  ]);
}
