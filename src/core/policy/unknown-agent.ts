/** Somebody is named who is not in the team. Roles ("Any available") are not agents; without a team nothing is checked. */
import { outsiderOf } from '../documents/outsider.ts';
import { resolveAgent, rosterOf } from '../documents/roster.ts';
import type { Workspace } from '../documents/workspace.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { mentions } from './mentions.ts';

export function findUnknownAgents(workspace: Workspace): Problem[] {
  if (workspace.agents.length === 0 || workspace.configBroken) return [];
  const roster = rosterOf(workspace.agents);
  const found: Problem[] = [];
  for (const { name, field, place } of mentions(workspace)) {
    if (outsiderOf(name) !== null) continue;
    const resolved = resolveAgent(roster, name);
    if (resolved.kind === 'unknown') found.push(problem('unknown-agent', place, { name, field, nearest: resolved.nearest }));
  }
  return found;
}
