/** Each member of the team: how much it has, and what it holds by the claims there are. */
import type { Agent } from '../../core/model.ts';
import type { AgentLoad, ReadyTask } from '../../core/survey.ts';
import type { LiveClaims } from '../claims/live-claims.ts';
import type { View } from '../view.ts';

export interface TeamLoad extends AgentLoad {
  readonly agent: Agent;
  readonly holds: readonly string[];
}

/** `ready` counts what is free to take now. */
export function teamLoads({ survey }: View, claims: LiveClaims, free: readonly ReadyTask[]): TeamLoad[] {
  const holds = new Map<string, string[]>(survey.agents.map(({ id }) => [id, []]));
  for (const { id, claim, state } of claims.values()) if (claim !== null && state === 'held') holds.get(claim.agent)?.push(id);
  const ready = new Map<string | null, number>();
  for (const { agent } of free) ready.set(agent, (ready.get(agent) ?? 0) + 1);
  const loads = new Map(survey.loads.map((load) => [load.id, load]));
  return survey.agents.map((agent) => {
    const load = loads.get(agent.id) ?? { id: agent.id, open: 0, done: 0, ready: 0, waiting: 0 };
    return { ...load, ready: ready.get(agent.id) ?? 0, agent, holds: holds.get(agent.id) ?? [] };
  });
}
