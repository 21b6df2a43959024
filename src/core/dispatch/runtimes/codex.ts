/** Codex, headless: the prompt on its standard input, an event a line on its output. It knows neither costs nor caps. */
import { outcome } from '../outcome.ts';
import type { Outcome, Told } from '../outcome.ts';
import { endedBySignal, exitOutcome } from './ended-badly.ts';
import { countIn, fieldIn, jsonOf, objectsIn, textIn } from './json-lines.ts';
import type { JsonObject } from './json-lines.ts';
import type { RunAnswer, RunPlan, RunRequest, Runtime } from './runtime.ts';
import { signsOfCodex } from './signs.ts';

export const codex: Runtime = {
  program: 'codex',
  env: ['OPENAI_API_KEY', 'CODEX_API_KEY', 'OPENAI_BASE_URL', 'CODEX_HOME'],
  keys: ['OPENAI_API_KEY', 'CODEX_API_KEY'],
  plan,
  signs: signsOfCodex,
  read,
};

function plan({ run, prompt, model, worktree }: RunRequest): RunPlan {
  const where = ['exec', '--json', '--sandbox', 'workspace-write', '-C', worktree, '-c', 'approval_policy="never"'];
  return { argv: [...(run ?? ['codex']), ...where, ...(model === null ? [] : ['-m', model]), '-'], stdin: prompt };
}

function read(answer: RunAnswer, { output }: Pick<RunRequest, 'output'>): Outcome {
  const events = objectsIn(answer.lines);
  const last = events.findLast((event) => fieldIn(event, 'item')['type'] === 'agent_message');
  const text = last === undefined ? null : textIn(fieldIn(last, 'item'), 'text');
  const told = toldIn(events, output === null || text === null ? text : (jsonOf(text) as Told['output'] | undefined) ?? null);
  const ended = endedBySignal(answer, told);
  if (ended !== null) return ended;
  const failed = events.findLast(({ type }) => type === 'turn.failed');
  if (failed !== undefined) return outcome('api-error', textIn(fieldIn(failed, 'error'), 'message') ?? 'its turn failed', told);
  if (answer.exitCode !== 0) return exitOutcome(answer, told);
  if (!events.some(({ type }) => type === 'turn.completed')) return outcome('no-output', 'it ended before its turn was over', told);
  return output !== null && told.output === null ? outcome('no-output', 'it gave no answer of the form asked for', told) : outcome('ok', null, told);
}

function toldIn(events: readonly JsonObject[], output: Told['output']): Told {
  const started = events.find(({ type }) => type === 'thread.started');
  const usages = events.filter(({ type }) => type === 'turn.completed').map((event) => fieldIn(event, 'usage'));
  const sum = (name: string): number => usages.reduce((total, usage) => total + countIn(usage, name), 0);
  const cached = sum('cached_input_tokens');
  // Here what came from the cache is counted among what was read, too.
  const tokens = usages.length === 0 ? null : { input: Math.max(0, sum('input_tokens') - cached), output: sum('output_tokens'), cached };
  return { output, session: started === undefined ? null : textIn(started, 'thread_id'), tokens, cost_usd: null, cost_basis: 'unknown' };
}
