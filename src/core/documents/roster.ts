/** Who is meant by a name: ids, display names and aliases of the team, and phrases that mean a role. */
import type { Agent } from '../model.ts';
import { nearest } from '../nearest.ts';

export interface Roster {
  readonly agents: readonly Agent[];
  /** By name in lower case, words like "agent" taken off. */
  readonly byName: ReadonlyMap<string, string>;
}

export type Resolved =
  | { readonly kind: 'agent'; readonly id: string }
  /** "Any available", "Relevant feature owner": whoever fits. */
  | { readonly kind: 'role' }
  | { readonly kind: 'unknown'; readonly nearest: string | null };

export function rosterOf(agents: readonly Agent[]): Roster {
  const byName = new Map<string, string>();
  const add = (name: string, id: string): void => {
    const key = keyOf(name);
    if (key !== '' && !byName.has(key)) byName.set(key, id);
  };
  for (const agent of agents) add(agent.id, agent.id);
  for (const agent of agents) for (const name of [agent.name, ...agent.aliases]) add(name, agent.id);
  return { agents, byName };
}

export function resolveAgent(roster: Roster, name: string): Resolved {
  const id = roster.byName.get(keyOf(name));
  if (id !== undefined) return { kind: 'agent', id };
  if (isRole(name)) return { kind: 'role' };
  return { kind: 'unknown', nearest: nearest(name, roster.agents.map((agent) => agent.id)) };
}

/** The id where the name is known, else the name as it stands. */
export function agentIdOf(roster: Roster, name: string): string {
  const resolved = resolveAgent(roster, name);
  return resolved.kind === 'agent' ? resolved.id : name;
}

/** The same for many names: each is worked out once. */
export function agentIds(roster: Roster): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const id = known.get(name) ?? agentIdOf(roster, name);
    known.set(name, id);
    return id;
  };
}

/** "Backend Agent", "backend", "@agent-backend" and "Backend Team" are one. */
function keyOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-')
    .replace(/^@?(?:agent-)?/, '')
    .replace(/-(?:agent|team)$/, '');
}

function isRole(name: string): boolean {
  return /^(?:any(?:one|body)?|all|every(?:one|body)?|relevant|whoever|nobody|none)\b|\b(?:owner|available|on-call)s?$/i.test(name.trim());
}
