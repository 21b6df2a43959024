/** What `coord run` answers, as data. */
import type { RunAnswer as Ran } from '../app/agents/run-agent.ts';
import type { RunnableAgent } from '../app/agents/runnable.ts';
import type { RunAnswer } from '../core/schemas/types.ts';

export function ranEntry({ job, agent, task, runtime, model, state, outcome, seconds, changed, outside, tail, leftovers }: Ran): NonNullable<RunAnswer['run']> {
  const { reason, message, output, session, tokens, cost_usd, cost_basis } = outcome;
  return { job, agent, task, runtime, model, state, reason, message, output, session, tokens, cost_usd, cost_basis, seconds, changed: [...changed], outside: [...outside], tail, leftovers };
}

export function runnableEntry({ id, runtime, kind, description, flags }: RunnableAgent): NonNullable<RunAnswer['agents']>[number] {
  return {
    id,
    runtime,
    kind,
    description,
    flags: flags.map(({ flag, kind: type, isList, isRequired, schema }) => ({
      flag,
      type,
      list: isList,
      required: isRequired,
      default: schema.otherwise ?? null,
      description: schema.description,
    })),
  };
}
