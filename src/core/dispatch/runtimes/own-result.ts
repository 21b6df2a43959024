/** The result of coord's own programs: the last line of their output that is one. */
import { isOutcomeReason, NOTHING_TOLD, outcome } from '../outcome.ts';
import type { Outcome, Told } from '../outcome.ts';
import { isRecord } from '../../documents/with-value.ts';
import { endedBySignal, exitOutcome } from './ended-badly.ts';
import { costIn, countIn, objectsIn, textIn } from './json-lines.ts';
import type { JsonObject } from './json-lines.ts';
import type { RunAnswer } from './runtime.ts';

export function readOwnResult(answer: RunAnswer): Outcome {
  const result = objectsIn(answer.lines).findLast(({ type }) => type === 'result');
  const told = result === undefined ? NOTHING_TOLD : toldIn(result);
  const ended = endedBySignal(answer, told);
  if (ended !== null) return ended;
  if (result === undefined) return answer.exitCode === 0 ? outcome('no-output', 'it ended without a result', told) : exitOutcome(answer, told);
  const { reason } = result;
  return isOutcomeReason(reason) ? outcome(reason, textIn(result, 'message'), told) : outcome('no-output', 'it ended with a result that nobody can read', told);
}

/** What it cost it worked out by itself, unless it says that somebody else did. */
function toldIn(result: JsonObject): Told {
  const { tokens, cost_basis: basis } = result;
  const cost = costIn(result, 'cost_usd');
  return {
    output: result['output'] ?? null,
    session: textIn(result, 'session'),
    tokens: isRecord(tokens) ? { input: countIn(tokens, 'input'), output: countIn(tokens, 'output'), cached: countIn(tokens, 'cached') } : null,
    ...cost,
    cost_basis: cost.cost_usd === null ? 'unknown' : basis === 'reported' ? 'reported' : 'priced',
    ...secondsIn(result['answer_seconds']),
  };
}

const MOST_SECONDS = 1000;

/** Left out where it does not tell. */
function secondsIn(told: unknown): Pick<Told, 'answer_seconds'> {
  if (!Array.isArray(told)) return {};
  const seconds = told.filter((one): one is number => typeof one === 'number' && Number.isFinite(one) && one >= 0);
  return { answer_seconds: seconds.slice(0, MOST_SECONDS) };
}
