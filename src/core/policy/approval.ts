/** Which tasks are not done before somebody approved them, and who may. */
import { groupBy } from '../group-by.ts';
import { outsiderOf } from '../documents/outsider.ts';
import { agentIdOf, resolveAgent, rosterOf } from '../documents/roster.ts';
import type { Roster } from '../documents/roster.ts';
import type { Workspace } from '../documents/workspace.ts';
import type { Agent, Config, Task } from '../model.ts';

const BY_GATE = new WeakMap<Config, ReadonlyMap<string, readonly string[]>>();

/** By the id of a gate, in lower case; asked of each task that is done. */
function gateApprovers(config: Config): ReadonlyMap<string, readonly string[]> {
  const known = BY_GATE.get(config);
  if (known !== undefined) return known;
  const made = groupBy((config.phases ?? []).flatMap(({ gate, approvers }) => (gate ? (approvers ?? []).map((name) => ({ gate, name })) : [])), ({ gate }) => gate.toLowerCase(), ({ name }) => name);
  BY_GATE.set(config, made);
  return made;
}

/** Those the task names; else those of the phase whose gate it is. None: it needs no approval. */
export function approversOf(task: Pick<Task, 'id' | 'approvers'>, config: Config, agents: readonly Agent[]): readonly string[] {
  if (task.approvers.length > 0) return task.approvers;
  const names = gateApprovers(config).get(task.id.toLowerCase()) ?? [];
  if (names.length === 0) return names;
  const roster = rosterOf(agents);
  return names.map((name) => outsiderOf(name) ?? agentIdOf(roster, name));
}

/** Who may approve it, where it needs that and none of them did; a yes of anybody else is none. */
export function lackingApprovers(task: Pick<Task, 'id' | 'approvers' | 'approval'>, { config, agents }: Pick<Workspace, 'config' | 'agents'>): readonly string[] {
  const approvers = approversOf(task, config, agents);
  const isApproved = approvers.length > 0 && task.approval?.approved === true && mayApprove(task.approval.by, approvers, rosterOf(agents));
  return isApproved ? [] : approvers;
}

/** Names of people count as the same in upper and lower case; a role such as "Any available" is anyone. */
export function mayApprove(who: string, approvers: readonly string[], roster: Roster): boolean {
  return approvers.some((name) => name.toLowerCase() === who.toLowerCase() || (outsiderOf(name) === null && resolveAgent(roster, name).kind === 'role'));
}
