/** The team and what each member has. */
import type { PlacedProblem } from '../core/problem/problem.ts';
import { done } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import { freeTasks } from './free-tasks.ts';
import { liveClaims } from './live-claims.ts';
import type { Ports } from './ports.ts';
import { teamLoads } from './team-loads.ts';
import type { TeamLoad } from './team-loads.ts';

export interface AgentsAnswer {
  readonly team: readonly TeamLoad[];
  readonly problems: readonly PlacedProblem[];
}

export async function agents(ports: Ports): Promise<Result<AgentsAnswer>> {
  const [claims, opened] = await Promise.all([liveClaims(ports), ports.store.open()]);
  if (!opened.ok) return opened;
  const { free } = freeTasks(opened.value, claims, true);
  return done({ team: teamLoads(opened.value, claims, free), problems: opened.value.survey.problems });
}
