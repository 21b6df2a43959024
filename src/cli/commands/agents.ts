import { agents } from '../../app/agents.ts';
import type { Ports } from '../../app/ports.ts';
import type { AgentsAnswer } from '../../core/schemas/types.ts';
import { agentsText } from '../../present/agents.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, _: Input, screen: Screen): Promise<Reply> {
  const answer = await agents(ports);
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { team, problems } = answer.value;
  const data: AgentsAnswer = {
    agents: team.map(({ agent, open, ready, done, holds }) => ({ id: agent.id, name: agent.name, role: agent.role, focus: agent.focus, open, ready, done, holds: [...holds] })),
  };
  return { exit: 0, text: agentsText(team, screen), data, problems };
}
