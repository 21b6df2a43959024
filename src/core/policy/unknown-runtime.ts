/** An agent says what runs it, and coord.yaml defines no such runtime: it would never be started, and nobody would hear why. */
import type { Workspace } from '../documents/workspace.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { agentEntries } from './agent-entries.ts';
import { isOwnKind } from '../dispatch/own-kinds.ts';
import { fieldOf } from './field-of.ts';
import { suggestFrom } from './suggest.ts';

export function findUnknownRuntimes(workspace: Workspace): Problem[] {
  const { config, configBroken } = workspace;
  if (configBroken) return [];
  const known = new Set(Object.keys(config.runtimes ?? {}));
  const suggest = suggestFrom(() => known);
  return agentEntries(workspace).flatMap(({ fields: { runtime: name }, place }) => {
    if (typeof name !== 'string' || name === '' || known.has(name) || isOwnKind(name)) return [];
    return [problem('unknown-runtime', fieldOf(place, 'runtime'), { name, nearest: suggest(name) })];
  });
}
