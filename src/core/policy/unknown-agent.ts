/** Somebody is named who is not in the team. Roles ("Any available") are not agents; without a team nothing is checked. */
import { outsiderOf } from '../documents/outsider.ts';
import { resolveAgent, rosterOf } from '../documents/roster.ts';
import type { Workspace } from '../documents/workspace.ts';
import type { Pointer } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { fieldOf } from './field-of.ts';
import { mentions } from './mentions.ts';

export function findUnknownAgents(workspace: Workspace): Problem[] {
  if (workspace.agents.length === 0 || workspace.configBroken) return [];
  const roster = rosterOf(workspace.agents);
  const known = new Set<string>();
  const found: Problem[] = [];
  for (const { name, record, steps } of mentions(workspace)) {
    if (known.has(name)) continue;
    const resolved = outsiderOf(name) === null ? resolveAgent(roster, name) : null;
    if (resolved?.kind !== 'unknown') known.add(name);
    else found.push(problem('unknown-agent', fieldOf(record, ...steps), { name, field: nameOf(steps), nearest: resolved.nearest }));
  }
  return found;
}

/** The field's name in the file. */
function nameOf(steps: Pointer): string {
  return steps.filter((step) => typeof step === 'string').join('.');
}
