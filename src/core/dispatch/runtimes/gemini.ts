/** Gemini CLI, headless: the prompt as an argument, one JSON object over several lines: an answer on its output, an error among the rest. It tells no cost. */
import { isRecord } from '../../documents/with-value.ts';
import { outcome } from '../outcome.ts';
import type { Outcome, Told } from '../outcome.ts';
import { endedBySignal, exitOutcome } from './ended-badly.ts';
import { countIn, fieldIn, jsonOf, textIn } from './json-lines.ts';
import type { JsonObject } from './json-lines.ts';
import type { RunAnswer, RunPlan, RunRequest, Runtime } from './runtime.ts';
import { signsOfLines } from './signs.ts';

export const gemini: Runtime = {
  program: 'gemini',
  env: ['GEMINI_API_KEY', 'GOOGLE_API_KEY', 'GOOGLE_GEMINI_BASE_URL'],
  keys: ['GEMINI_API_KEY', 'GOOGLE_API_KEY'],
  plan,
  signs: signsOfLines,
  read,
};

function plan({ run, prompt, model }: RunRequest): RunPlan {
  const how = ['-p', prompt, '--output-format', 'json', '--approval-mode', 'auto_edit', '--skip-trust'];
  return { argv: [...(run ?? ['gemini']), ...how, ...(model === null ? [] : ['-m', model])], stdin: '' };
}

function read(answer: RunAnswer, { output }: Pick<RunRequest, 'output'>): Outcome {
  const said = lastObject(answer.lines) ?? lastObject(answer.tail.split('\n'));
  const told = toldIn(said ?? {}, output !== null);
  const ended = endedBySignal(answer, told);
  if (ended !== null) return ended;
  const { error } = said ?? {};
  if (isRecord(error)) return outcome('api-error', textIn(error, 'message') ?? `it failed with code ${String(error['code'])}`, told);
  if (answer.exitCode !== 0) return exitOutcome(answer, told);
  if (textIn(said ?? {}, 'response') === null) return outcome('no-output', 'it ended without an answer', told);
  return output !== null && told.output === null ? outcome('no-output', 'it gave no answer of the form asked for', told) : outcome('ok', null, told);
}

/** It begins on a line of its own; other lines may stand before it. */
function lastObject(lines: readonly string[]): JsonObject | null {
  for (let start = lines.length - 1; start >= 0; start--) {
    if (!(lines[start] ?? '').startsWith('{')) continue;
    const value = jsonOf(lines.slice(start).join('\n'));
    if (isRecord(value)) return value;
  }
  return null;
}

function toldIn(said: JsonObject, isAsked: boolean): Told {
  const response = textIn(said, 'response');
  const models = Object.values(fieldIn(fieldIn(said, 'stats'), 'models')).map((model) => fieldIn(model, 'tokens'));
  const sum = (name: string): number => models.reduce((total, tokens) => total + countIn(tokens, name), 0);
  const cached = sum('cached');
  const tokens = models.length === 0 ? null : { input: Math.max(0, sum('prompt') - cached), output: sum('candidates') + sum('thoughts'), cached };
  const output = isAsked && response !== null ? ((jsonOf(response) as Told['output'] | undefined) ?? null) : response;
  return { output, session: textIn(said, 'session_id'), tokens, cost_usd: null, cost_basis: 'unknown' };
}
