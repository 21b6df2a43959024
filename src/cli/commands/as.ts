import { as } from '../../app/claims/as.ts';
import type { Ports } from '../../app/ports.ts';
import type { AsAnswer } from '../../core/schemas/types.ts';
import { say } from '../../present/text/plain.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { refuse } from '../refuse.ts';

const FROM = { '--as': 'as', 'coord as': 'as', 'COORD_AGENT': 'COORD_AGENT', 'branch': 'branch', 'claim': 'claim', 'git config': 'config' } as const;
const SAYS = { '--as': 'by --as', 'coord as': 'by coord as', 'COORD_AGENT': 'by COORD_AGENT', 'branch': 'by the name of this branch', 'claim': 'by what this worktree holds', 'git config': 'by coord.agent in git\'s settings' } as const;

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const name = input.args[0] ?? null;
  const answer = await as(ports, { name, as: input.as });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { agent, by } = answer.value;
  const data: AsAnswer = { agent, from: FROM[by] };
  return { exit: 0, text: name === null ? say`${agent} (${SAYS[by]})` : say`You are ${agent} in this worktree.`, data };
}
