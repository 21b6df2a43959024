/** The team and what each member has; whether it can be run, where that is asked. */
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { runtimeOf } from '../../core/dispatch/plan-run.ts';
import { agentHealth } from '../agents/agent-health.ts';
import type { AgentHealth } from '../agents/agent-health.ts';
import { freeTasks } from '../claims/free-tasks.ts';
import { openWithClaims } from '../open-with-claims.ts';
import type { Ports } from '../ports.ts';
import { teamLoads } from './team-loads.ts';
import type { TeamLoad } from './team-loads.ts';

export interface TeamMember extends TeamLoad {
  /** What runs it; null: nothing does. */
  readonly runtime: string | null;
  /** null: it was not asked, or nothing runs it. */
  readonly health: AgentHealth | null;
}

export interface AgentsAnswer {
  readonly team: readonly TeamMember[];
  readonly problems: readonly PlacedProblem[];
}

export async function agents(ports: Ports, { health }: { readonly health: boolean }): Promise<Result<AgentsAnswer>> {
  const opened = await openWithClaims(ports);
  if (!opened.ok) return opened;
  const { view, claims } = opened.value;
  const { config, agents: team, problems } = view.survey;
  const { free } = freeTasks(view, claims, true);
  const known = health ? await agentHealth(ports, team, config) : null;
  const members = teamLoads(view, claims, free).map((load): TeamMember => {
    const named = runtimeOf(load.agent, config);
    return { ...load, runtime: named.ok ? named.value.name : null, health: known?.get(load.id) ?? null };
  });
  return done({ team: members, problems });
}
