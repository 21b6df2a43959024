/**
 * Agents that coord has itself. Each is called as the kind that runs it, needs nothing in coord.yaml, and steps back
 * where somebody in the team has that name.
 */
import { rosterOf, resolveAgent } from '../documents/roster.ts';
import type { Agent, Config } from '../model.ts';
import { runtimeOf } from './plan-run.ts';
import { RUNTIMES } from './runtimes/by-kind.ts';
import type { Runtime } from './runtimes/runtime.ts';

export function withOwnAgents(team: readonly Agent[]): readonly Agent[] {
  const roster = rosterOf(team);
  return [...team, ...OWN.filter(({ id }) => resolveAgent(roster, id).kind !== 'agent')];
}

const OWN: readonly Agent[] = (Object.entries(RUNTIMES) as readonly (readonly [string, Runtime])[]).flatMap(([kind, { agent }]) => (agent === undefined ? [] : [ownAgent(kind, agent)]));

function ownAgent(id: string, fields: NonNullable<Runtime['agent']>): Agent {
  return { id, name: id, aliases: [], role: null, focus: null, owns: [], branch: null, needs: [], channel: null, lead: null, more: { runtime: id, ...fields }, place: { file: 'coord.yaml' } };
}

/** What an agent does not say of itself is as its kind has it: what it takes, above all. */
export function asOfItsKind(agent: Agent, config: Config): Agent {
  const named = runtimeOf(agent, config);
  const fields = named.ok ? named.value.runtime.agent : undefined;
  return fields === undefined ? agent : { ...agent, more: { ...fields, ...agent.more } };
}
