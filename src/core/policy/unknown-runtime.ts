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
  const isKnown = (name: unknown): boolean => typeof name !== 'string' || name === '' || known.has(name);
  const problemAt = (name: unknown, place: Problem['place']): Problem => problem('unknown-runtime', place, { name: String(name), nearest: suggest(String(name)) });
  const inTeam = agentEntries(workspace).flatMap(({ fields: { runtime: name }, place }) => (isKnown(name) || isOwnKind(String(name)) ? [] : [problemAt(name, fieldOf(place, 'runtime'))]));
  const model = config.review?.model;
  return [...inTeam, ...(isKnown(model) ? [] : [problemAt(model, { file: `${workspace.folder}/coord.yaml`, pointer: ['review', 'model'] })])];
}
