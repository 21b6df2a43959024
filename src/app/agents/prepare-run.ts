/** What an agent is run with, by hand or dispatched: its input checked, its prompt written, its runtime found. */
import { agentFaults } from '../../core/dispatch/agent-faults.ts';
import { readInput } from '../../core/dispatch/inputs/input-flags.ts';
import { asOfItsKind } from '../../core/dispatch/own-agents.ts';
import { planRun } from '../../core/dispatch/plan-run.ts';
import type { PlannedRun, RunWishes } from '../../core/dispatch/plan-run.ts';
import { readAgentSchemas } from '../../core/dispatch/read-agent-schema.ts';
import { uuidOf } from '../../core/dispatch/uuid-of.ts';
import { territoryOf } from '../../core/policy/scope.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { repositoryPath } from '../../core/repository-path.ts';
import { agentPrompt } from './agent-prompt.ts';
import type { PromptRequest } from './agent-prompt.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';

export interface RunToPrepare extends Omit<PromptRequest, 'input'>, Pick<RunWishes, 'model' | 'timeoutSeconds' | 'attempt'> {
  /** Its input, as flags; a task gives none, so what has no default is missing then. */
  readonly words: readonly string[];
}

export interface PreparedRun {
  readonly input: Readonly<Record<string, unknown>>;
  readonly planned: PlannedRun;
}

export async function prepareRun(ports: Pick<Ports, 'location' | 'random' | 'adoption' | 'caller'>, view: View, { words, model, timeoutSeconds, attempt, ...asked }: RunToPrepare): Promise<Result<PreparedRun>> {
  const agent = asOfItsKind(asked.agent, view.survey.config);
  const { task, worktree } = asked;
  const against = agentFaults(view.problems, ports.location.folder, agent);
  if (against.length > 0) return refused('bad-agent', { agent: agent.id, problems: against });
  const { flags, faults } = readAgentSchemas(agent);
  // What is wrong with its file is told by its prompt, before anything is asked of who runs it.
  const reading = faults.length > 0 ? { input: {} } : readInput(words, flags);
  if ('fault' in reading) return refused('bad-input', { agent: agent.id, fault: reading.fault });
  const { input } = reading;
  const prompt = await agentPrompt(ports, view, { ...asked, agent, input });
  if (!prompt.ok) return prompt;
  const territory = territoryOf(view.survey, ports.location.folder);
  const program = await ports.adoption.program();
  // Whoever is dispatched works elsewhere than the dispatcher was started.
  const cwd = repositoryPath(worktree, ports.caller.cwd, '.') === null ? worktree : ports.caller.cwd;
  const planned = planRun(agent, view.survey.config, { prompt: prompt.value, input, worktree, cwd, task, territory, session: uuidOf(ports.random.hex(16)), program, attempt, model, timeoutSeconds });
  return planned.ok ? done({ input, planned: planned.value }) : planned;
}
