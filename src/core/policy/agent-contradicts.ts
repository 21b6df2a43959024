/** A member described twice, in coord.yaml and in a file of its own, with two different values: nobody can tell which counts. */
import type { AgentBrief } from '../documents/read-agents.ts';
import type { Workspace } from '../documents/workspace.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { fieldOf } from './field-of.ts';

export function findAgentContradictions({ config, briefs }: Workspace): Problem[] {
  return briefs.flatMap((brief) => contradictions(brief, { ...config.team?.[brief.id] }));
}

function contradictions({ id, fields, place }: AgentBrief, entry: Readonly<Record<string, unknown>>): Problem[] {
  return Object.entries(fields).flatMap(([field, here]) => {
    const config = entry[field];
    if (isUnset(here) || isUnset(config) || shown(here) === shown(config)) return [];
    return [problem('agent-contradicts', fieldOf(place, field), { agent: id, field, here: shown(here), config: shown(config) })];
  });
}

function isUnset(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value, (_, inner: unknown) => inKeyOrder(inner));
}

/** The order of keys says nothing. */
function inKeyOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
