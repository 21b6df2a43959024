/**
 * The Anthropic interface directly. The conversation is led by coord itself, as a process like any other agent (`coord
 * converse`): so it has a group, bounds, a log and an end that a crash of the dispatcher does not hide. What it is to do
 * is on its standard input; its last line of output is the result.
 */
import { printAssignment } from '../model/assignment.ts';
import { toolNames } from '../model/tools.ts';
import { isOutcomeReason, NOTHING_TOLD, outcome } from '../outcome.ts';
import type { Outcome, Told } from '../outcome.ts';
import { endedBySignal, exitOutcome } from './ended-badly.ts';
import { costIn, countIn, fieldIn, objectsIn, textIn } from './json-lines.ts';
import type { JsonObject } from './json-lines.ts';
import type { RunAnswer, RunPlan, RunRequest, Runtime } from './runtime.ts';

export const DEFAULT_KEY = 'ANTHROPIC_API_KEY';

export const anthropic: Runtime = {
  program: null,
  isOwn: true,
  env: ['ANTHROPIC_BASE_URL'],
  keys: [DEFAULT_KEY],
  plan,
  read,
};

function plan({ run, prompt, model, turns, costUsd, tools, output, session, own }: RunRequest): RunPlan | null {
  if (model === null || model === '') return null;
  const { program, attempt, ...settings } = own;
  const assignment = { ...settings, prompt, model, session, turns, costUsd, recalls: attempt === 1, tools: toolNames(tools), output };
  return { argv: [...(run ?? [program]), 'converse'], stdin: printAssignment(assignment) };
}

function read(answer: RunAnswer): Outcome {
  const result = objectsIn(answer.lines).findLast(({ type }) => type === 'result');
  const told = result === undefined ? NOTHING_TOLD : toldIn(result);
  const ended = endedBySignal(answer, told);
  if (ended !== null) return ended;
  if (result === undefined) return answer.exitCode === 0 ? outcome('no-output', 'it ended without a result', told) : exitOutcome(answer, told);
  const { reason } = result;
  return isOutcomeReason(reason) ? outcome(reason, textIn(result, 'message'), told) : outcome('no-output', 'it ended with a result that nobody can read', told);
}

function toldIn(result: JsonObject): Told {
  const tokens = fieldIn(result, 'tokens');
  const cost = costIn(result, 'cost_usd');
  return {
    output: result['output'] ?? null,
    session: textIn(result, 'session'),
    tokens: { input: countIn(tokens, 'input'), output: countIn(tokens, 'output'), cached: countIn(tokens, 'cached') },
    ...cost,
    cost_basis: cost.cost_usd === null ? 'unknown' : 'priced',
  };
}
