/**
 * Claude Code, headless: the prompt on its standard input, a JSON object a line on its output, the last of them the result.
 * Its exit code is not enough: with 0 it also ends when the form of the answer was never met, when a server it was to use
 * did not start, and when it was interrupted before it began.
 */
import { isRecord } from '../../documents/with-value.ts';
import { NOTHING_TOLD, outcome } from '../outcome.ts';
import type { Outcome, OutcomeReason, Told } from '../outcome.ts';
import { endedBySignal, exitOutcome } from './ended-badly.ts';
import { costIn, countIn, fieldIn, objectsIn, textIn } from './json-lines.ts';
import type { JsonObject } from './json-lines.ts';
import type { RunAnswer, RunPlan, RunRequest, Runtime } from './runtime.ts';
import { signsOfClaude } from './signs.ts';

const TOOLS = ['Read', 'Edit', 'Write', 'Bash(git *)'];

export const claude: Runtime = {
  program: 'claude',
  env: ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN', 'ANTHROPIC_BASE_URL', 'CLAUDE_CODE_OAUTH_TOKEN', 'CLAUDE_CONFIG_DIR'],
  keys: ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN', 'CLAUDE_CODE_OAUTH_TOKEN'],
  plan,
  signs: signsOfClaude,
  read,
};

function plan({ run, prompt, model, turns, costUsd, tools, output, session }: RunRequest): RunPlan {
  const always = ['-p', '--output-format', 'stream-json', '--verbose', '--session-id', session, '--permission-mode', 'dontAsk'];
  const allowed = ['--allowedTools', (tools.length > 0 ? tools : TOOLS).join(',')];
  const bounds = [...option('--max-turns', turns), ...option('--max-budget-usd', costUsd), ...option('--model', model)];
  return { argv: [...(run ?? ['claude']), ...always, ...allowed, ...bounds, ...option('--json-schema', output === null ? null : JSON.stringify(output))], stdin: prompt };
}

const option = (name: string, value: string | number | null): readonly string[] => (value === null ? [] : [name, String(value)]);

/** Subtypes of a result that say by which bound it ended. */
const BOUNDS: Readonly<Record<string, readonly [OutcomeReason, string]>> = {
  error_max_turns: ['turn-cap', 'it took as many turns as it may'],
  error_max_budget_usd: ['budget', 'it cost as much as it may'],
};

function read(answer: RunAnswer, { output }: Pick<RunRequest, 'output'>): Outcome {
  const said = objectsIn(answer.lines);
  const result = said.findLast(({ type }) => type === 'result');
  const told = result === undefined ? NOTHING_TOLD : toldIn(result);
  const ended = endedBySignal(answer, told);
  if (ended !== null) return ended;
  if (result === undefined) return answer.exitCode === 0 ? outcome('no-output', 'it ended without a result', told) : exitOutcome(answer, told);
  return failureIn(result, told) ?? (answer.exitCode === 0 ? (serverFailure(said, told) ?? answered(result, told, output !== null)) : exitOutcome(answer, told));
}

function failureIn(result: JsonObject, told: Told): Outcome | null {
  const subtype = textIn(result, 'subtype') ?? '';
  const bound = Object.hasOwn(BOUNDS, subtype) ? BOUNDS[subtype] : undefined;
  if (bound !== undefined) return outcome(...bound, told);
  if (result['is_error'] !== true) return null;
  const errors: readonly unknown[] = Array.isArray(result['errors']) ? result['errors'] : [];
  const message = errors.find((error) => typeof error === 'string') ?? textIn(result, 'result') ?? subtype;
  return outcome('api-error', message, told);
}

/** Our own server is said to be there in the first line only. */
function serverFailure(said: readonly JsonObject[], told: Told): Outcome | null {
  const servers: readonly unknown[] = said.flatMap(({ type, mcp_servers: names }) => (type === 'system' && Array.isArray(names) ? (names as unknown[]) : []));
  const ours = servers.filter(isRecord).find(({ name }) => name === 'coord');
  return ours === undefined || ours['status'] === 'connected' ? null : outcome('server-failed', `its server coord is ${textIn(ours, 'status') ?? 'not connected'}`, told);
}

function answered(result: JsonObject, told: Told, isAsked: boolean): Outcome {
  return isAsked && (result['structured_output'] ?? null) === null ? outcome('no-output', 'it gave no answer of the form asked for', told) : outcome('ok', null, told);
}

function toldIn(result: JsonObject): Told {
  const usage = fieldIn(result, 'usage');
  const cached = countIn(usage, 'cache_read_input_tokens');
  const input = countIn(usage, 'input_tokens') + countIn(usage, 'cache_creation_input_tokens');
  return {
    output: (result['structured_output'] ?? result['result'] ?? null), // whatever JSON can say
    session: textIn(result, 'session_id'),
    tokens: 'usage' in result ? { input, output: countIn(usage, 'output_tokens'), cached } : null,
    ...costIn(result, 'total_cost_usd'),
  };
}
