/** Who acts: `--as`, COORD_AGENT, what `coord as` keeps, the branch's pattern, what this worktree holds, git's coord.agent; the first that says it. */
import { resolveAgent, rosterOf } from '../core/documents/roster.ts';
import { faultOfId } from '../core/documents/task-id.ts';
import { done, refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import { agentOfBranch } from '../core/schedule/branch-pattern.ts';
import { findAgent } from './find-agent.ts';
import { heldHere } from './claims/held-here.ts';
import type { Ports } from './ports.ts';
import type { View } from './view.ts';

export type NamedBy = '--as' | 'COORD_AGENT' | 'coord as' | 'branch' | 'claim' | 'git config';

export interface Acting {
  readonly agent: string;
  readonly by: NamedBy;
}

export async function actingAgent(ports: Ports, view: View, as: string | null): Promise<Result<Acting>> {
  const named = (await spokenName(ports, as)) ?? (await impliedName(ports, view));
  if (named === null) return refused('who-are-you', { agents: view.survey.agents.map(({ id }) => id) });
  const agent = resolveName(view, named.name);
  return agent.ok ? done({ agent: agent.value, by: named.by }) : agent;
}

/** Whether a command that is proposed needs a name for whoever asks. It takes git to tell: only for claims that ran out. */
export async function isCallerKnown(ports: Ports, view: View, as: string | null): Promise<boolean> {
  return (await actingAgent(ports, view, as)).ok;
}

interface Named {
  readonly name: string;
  readonly by: NamedBy;
}

/** Said for this command or this worktree. */
export async function spokenName({ caller }: Pick<Ports, 'caller'>, as: string | null): Promise<Named | null> {
  if (as !== null) return { name: as, by: '--as' };
  if (caller.agentVariable !== null) return { name: caller.agentVariable, by: 'COORD_AGENT' };
  const chosen = await caller.chosenAgent();
  return chosen === null ? null : { name: chosen, by: 'coord as' };
}

async function impliedName(ports: Ports, view: View): Promise<Named | null> {
  const { git } = ports;
  const { branch } = await git.head();
  const byBranch = branch === null ? null : agentOfBranch(branch, view.survey.agents);
  if (byBranch !== null) return { name: byBranch, by: 'branch' };
  const holder = await onlyHolder(ports, view);
  if (holder !== null) return { name: holder, by: 'claim' };
  const configured = await git.config('coord.agent');
  return configured === null || configured === '' ? null : { name: configured, by: 'git config' };
}

/** Whoever holds all that is held in this worktree. */
async function onlyHolder(ports: Ports, view: View): Promise<string | null> {
  const held = (await heldHere(ports, view)).filter(({ state }) => state !== 'lost');
  const [agent = null, ...others] = new Set(held.map((one) => one.agent));
  return others.length === 0 ? agent : null;
}

/** Without a team in coord.yaml any name will do that could be an id. */
export function resolveName(view: View, name: string): Result<string> {
  const hasTeam = view.survey.agents.length > 0;
  return hasTeam || faultOfId(name) !== null ? findAgent(view, name) : done(name);
}

/** Whether a task is meant for somebody else. Names of roles and unknown names mean anyone. */
export function isAnothers(view: View, assigned: string | null, agent: string): boolean {
  if (assigned === null || assigned === agent) return false;
  return resolveAgent(rosterOf(view.survey.agents), assigned).kind === 'agent';
}
