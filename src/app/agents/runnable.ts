/** Agents that can be run, and what they take. */
import type { InputFlag } from '../../core/dispatch/inputs/input-flags.ts';
import { asOfItsKind, withOwnAgents } from '../../core/dispatch/own-agents.ts';
import { runtimeOf } from '../../core/dispatch/plan-run.ts';
import { readAgentSchemas } from '../../core/dispatch/read-agent-schema.ts';
import type { Agent, Config } from '../../core/model.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { findAgent } from '../find-agent.ts';
import type { Ports } from '../ports.ts';

export interface RunnableAgent {
  readonly id: string;
  /** Name of what runs it, and its kind; null: nothing can. */
  readonly runtime: string | null;
  readonly kind: string | null;
  readonly description: string | null;
  readonly flags: readonly InputFlag[];
}

/** `name` null: all of the team, and those that coord has itself. */
export async function runnable(ports: Ports, name: string | null): Promise<Result<readonly RunnableAgent[]>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  const { config } = opened.value.survey;
  const agents = withOwnAgents(opened.value.survey.agents);
  const id = name === null ? done(null) : findAgent({ survey: { agents } }, name);
  return id.ok ? done(agents.filter((agent) => id.value === null || agent.id === id.value).map((agent) => runnableAgent(asOfItsKind(agent, config), config))) : id;
}

function runnableAgent(agent: Agent, config: Config): RunnableAgent {
  const found = runtimeOf(agent, config);
  const { description } = agent.more;
  return {
    id: agent.id,
    runtime: found.ok ? found.value.name : null,
    kind: found.ok ? found.value.settings.kind : null,
    description: typeof description === 'string' ? description : (agent.role ?? agent.focus),
    flags: readAgentSchemas(agent).flags,
  };
}
