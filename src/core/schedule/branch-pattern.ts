/** Names of branches by an agent's pattern, such as `{agent}/{task}` or `agent-1/{task}`, and back. */
import { literally } from '../literally.ts';
import type { Agent } from '../model.ts';

const DEFAULT = '{agent}/{task}';

export function branchFor(agent: string, task: string, agents: readonly Agent[]): string {
  return patternOf(agents.find(({ id }) => id === agent)).replaceAll('{agent}', agent).replaceAll('{task}', task);
}

/** The one agent whose pattern the branch fits; null where none or several do. */
export function agentOfBranch(branch: string, agents: readonly Agent[]): string | null {
  const fitting = agents.filter((agent) => matcher(agent).test(branch));
  return fitting.length === 1 ? (fitting[0]?.id ?? null) : null;
}

/** The task in the name of a branch by the agent's pattern; null where the branch is no such. */
export function taskOfBranch(branch: string, agent: string, agents: readonly Agent[]): string | null {
  const known = agents.find(({ id }) => id === agent);
  return (known && matcher(known).exec(branch)?.[1]) ?? null;
}

function patternOf(agent: Agent | undefined): string {
  return agent?.branch ?? DEFAULT;
}

function matcher(agent: Agent): RegExp {
  const parts = patternOf(agent).replaceAll('{agent}', agent.id).split('{task}');
  return new RegExp(`^${parts.map(literally).join('([^/]+)')}$`);
}
