/** Says who acts in this worktree, or chooses it. */
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { actingAgent, resolveName } from '../acting-agent.ts';
import type { Acting } from '../acting-agent.ts';
import type { Ports } from '../ports.ts';

export async function as(ports: Ports, request: { readonly name: string | null; readonly as: string | null }): Promise<Result<Acting>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  if (request.name === null) return actingAgent(ports, opened.value, request.as);
  const agent = resolveName(opened.value, request.name);
  if (!agent.ok) return agent;
  await ports.caller.chooseAgent(agent.value);
  return done({ agent: agent.value, by: 'coord as' });
}
