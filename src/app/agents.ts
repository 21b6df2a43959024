/** The team and what each member has. */
import type { PlacedProblem } from '../core/problem/problem.ts';
import { done } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import { freeTasks } from './free-tasks.ts';
import { openWithClaims } from './open-with-claims.ts';
import type { Ports } from './ports.ts';
import { teamLoads } from './team-loads.ts';
import type { TeamLoad } from './team-loads.ts';

export interface AgentsAnswer {
  readonly team: readonly TeamLoad[];
  readonly problems: readonly PlacedProblem[];
}

export async function agents(ports: Ports): Promise<Result<AgentsAnswer>> {
  const opened = await openWithClaims(ports);
  if (!opened.ok) return opened;
  const { view, claims } = opened.value;
  const { free } = freeTasks(view, claims, true);
  return done({ team: teamLoads(view, claims, free), problems: view.survey.problems });
}
