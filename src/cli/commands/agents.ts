import type { AgentHealth } from '../../app/agents/agent-health.ts';
import { agents } from '../../app/overview/agents.ts';
import type { Ports } from '../../app/ports.ts';
import type { AgentsAnswer } from '../../core/schemas/types.ts';
import { agentHealthText } from '../../present/overview/agent-health.ts';
import { agentsText } from '../../present/overview/agents.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { isSet } from '../options.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const health = isSet(input, 'health');
  const answer = await agents(ports, { health });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { team, problems } = answer.value;
  const data: AgentsAnswer = {
    agents: team.map(({ agent, open, ready, done, holds, runtime, health: found }) => ({ id: agent.id, name: agent.name, role: agent.role, focus: agent.focus, open, ready, done, holds: [...holds], runtime, health: healthEntry(found) })),
  };
  return { exit: 0, text: health ? agentHealthText(team, screen) : agentsText(team, screen), data, problems };
}

function healthEntry(found: AgentHealth | null): AgentsAnswer['agents'][number]['health'] {
  if (found === null) return null;
  const { isInstalled, version, keys, runs } = found;
  return { installed: isInstalled, version, keys: keys === null ? null : [...keys], succeeded: runs.succeeded, failed: runs.failed, last: runs.last };
}
