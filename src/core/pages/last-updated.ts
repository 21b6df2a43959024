/** When an agent last changed something of what is recorded: by the commits there are, and by the times records hold. */
import { instantOf } from '../dates.ts';
import { agentIds, rosterOf } from '../documents/roster.ts';
import { settingsOf } from '../documents/settings.ts';
import type { Workspace } from '../documents/workspace.ts';
import type { WorkspaceCommit } from '../workspace-commit.ts';
import { hasTime } from './absolute-time.ts';

/** By agent, in milliseconds since 1970. */
export function lastUpdated(workspace: Workspace, history: readonly WorkspaceCommit[]): ReadonlyMap<string, number> {
  const latest = new Map<string, number>();
  const note = (agent: string | null, at: number | null): void => {
    if (agent !== null && at !== null && at > (latest.get(agent) ?? -Infinity)) latest.set(agent, at);
  };
  for (const { agent, at } of commitTimes(workspace, history)) note(agent, at);
  const { timeZone } = settingsOf(workspace.config);
  for (const [agent, at] of recordTimes(workspace)) if (at !== null && hasTime(at)) note(agent, instantOf(at, timeZone));
  return latest;
}

/** A commit is of the agents that its trailers name; without any, of all whose records it changed. */
function* commitTimes(workspace: Workspace, history: readonly WorkspaceCommit[]): Generator<{ readonly agent: string; readonly at: number }> {
  const idOf = agentIds(rosterOf(workspace.agents));
  const owners = ownersOf(workspace);
  for (const { agents, files, at } of history) {
    const changed = agents.length > 0 ? agents.map(idOf) : files.flatMap((file) => [...(owners.get(file) ?? [])]);
    for (const agent of changed) yield { agent, at };
  }
}

/** By file: whose records it holds. */
function ownersOf({ tasks, blockers, handoffs, decisions, feedback }: Workspace): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>();
  const add = (file: string, agent: string | null): void => {
    if (agent === null) return;
    const known = owners.get(file);
    if (known) known.add(agent);
    else owners.set(file, new Set([agent]));
  };
  for (const { place, agent } of tasks) add(place.file, agent);
  for (const { place, by } of [...blockers, ...feedback]) add(place.file, by);
  for (const { place, from } of handoffs) add(place.file, from);
  for (const { place, owner } of decisions) add(place.file, owner);
  return owners;
}

function recordTimes({ tasks, blockers, handoffs, decisions, feedback }: Workspace): (readonly [string | null, string | null])[] {
  return [
    ...tasks.flatMap(({ agent, started, completed }) => [[agent, started], [agent, completed]] as const),
    ...blockers.flatMap(({ by, raised, acknowledged, resolvedBy, resolved }) => [[by, raised], [acknowledged?.by ?? null, acknowledged?.at ?? null], [resolvedBy, resolved]] as const),
    ...handoffs.flatMap(({ from, timestamp, acknowledged }) => [[from, timestamp], [acknowledged?.by ?? null, acknowledged?.at ?? null]] as const),
    ...decisions.flatMap(({ owner, proposed, decidedBy, decided }) => [[owner, proposed], [decidedBy, decided]] as const),
    ...feedback.map(({ by, at }) => [by, at] as const),
  ];
}
