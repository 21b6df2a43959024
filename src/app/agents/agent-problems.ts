/** What would keep agents from being run. Prompts are read only where there are some: their parser is not small. */
import { agentFile } from '../../core/dispatch/agent-faults.ts';
import type { Agent } from '../../core/model.ts';
import type { Problem } from '../../core/problem/problem.ts';
import type { View } from '../view.ts';

export async function agentProblems(view: View, folder: string): Promise<readonly Problem[]> {
  const { agents, config } = view.survey;
  const asking = agents.filter(mayBeWrong);
  if (asking.length === 0) return [];
  const { checkAgent } = await import('../../core/dispatch/check-agent.ts');
  const found = asking.map(async (agent) => {
    const file = agentFile(folder, agent.id);
    return checkAgent(agent, { file, text: await view.text(file), configFile: `${folder}/coord.yaml`, config });
  });
  return (await Promise.all(found)).flat();
}

function mayBeWrong({ more }: Agent): boolean {
  const { brief, inputs, output } = more;
  return inputs !== undefined || output !== undefined || (typeof brief === 'string' && brief.includes('{{'));
}
