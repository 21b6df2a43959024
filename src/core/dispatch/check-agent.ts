/** What would keep an agent from being run: its prompt, and the schemas of its input and answer. */
import { EMPTY_TASK } from '../documents/empty-task.ts';
import type { Agent, Config, Handoff, Task } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { emptyInput } from './inputs/input-flags.ts';
import { checkPrompt } from './prompt/prompt-of.ts';
import { readAgentSchemas } from './read-agent-schema.ts';

/** Where things stand: `file` is the agent's own, `text` what is in it, null where it has none. */
export interface AgentSource {
  readonly file: string;
  readonly text: string | null;
  readonly configFile: string;
  readonly config: Config;
}

export function checkAgent(agent: Agent, source: AgentSource): readonly Problem[] {
  const { flags, faults } = readAgentSchemas(agent);
  // Without its inputs a prompt would seem to name what there is not.
  const inPrompt = faults.some(({ field }) => field === 'inputs') ? [] : checkPrompt({ project: null, agent, task: SOME_TASK, input: emptyInput(flags), handoffs: [SOME_HANDOFF], branch: null, worktree: '' });
  return [
    ...faults.map(({ field, at, reason }) => problem('unsupported-schema', placeOf(agent, field, at, source), { field: [field, ...at].join('.'), reason })),
    ...inPrompt.map(({ line, reason }) => problem('prompt-syntax', lineIn(agent, line, source), { reason })),
  ];
}

/** A field of a team entry counts before the same of the agent's file. */
function placeOf({ id }: Agent, field: 'inputs' | 'output', at: readonly string[], { file, configFile, config }: AgentSource): Problem['place'] {
  const isInTeam = (config.team?.[id]?.[field] ?? null) !== null;
  return isInTeam ? { file: configFile, pointer: ['team', id, field, ...at] } : { file, pointer: [field, ...at] };
}

/** The prompt is the end of its file, without the blank lines around it. */
function lineIn({ more }: Agent, line: number, { file, text }: AgentSource): Problem['place'] {
  const brief = typeof more['brief'] === 'string' ? more['brief'] : '';
  const start = Math.max(0, (text ?? '').lastIndexOf(brief));
  const lines = brief.split('\n');
  const before = lines.slice(0, line - 1).reduce((length, one) => length + one.length + 1, 0);
  const length = Math.max(1, (lines[line - 1] ?? '').trimEnd().length);
  return { file, offset: start + before, length };
}

const SOME_TASK: Task = { ...EMPTY_TASK, id: 'X-1', dependencies: [{ id: 'X-2', label: null }], files: [''], actions: [''], acceptance: [''], verify: [''], artifacts: [''], place: { file: '' } };

const SOME_HANDOFF: Handoff = {
  from: null, to: null, timestamp: null, task: null, completed: [''], ready: [], blockers: [], nextSteps: [''], artifacts: [{ path: '', description: null, blob: null }], base: null, head: null,
  branch: null, tree: null, token: null, nonce: null, verification: [], ruledOut: [''], acknowledged: null, notes: '', place: { file: '' },
};
