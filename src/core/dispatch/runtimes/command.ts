/**
 * Any program: the prompt on its standard input, success by exit code 0. Its last line of output that is a JSON object
 * may say more: {"ok", "error", "output", "session", "tokens": {"input", "output", "cached"}, "cost_usd"}.
 */
import { isRecord } from '../../documents/with-value.ts';
import { NOTHING_TOLD, outcome } from '../outcome.ts';
import type { Outcome, Told } from '../outcome.ts';
import type { RunAnswer, Runtime } from './runtime.ts';
import { stoppedOutcome } from './stopped-outcome.ts';

export const command: Runtime = {
  plan: ({ run, prompt }) => (run === null || run.length === 0 ? null : { argv: run, stdin: prompt }),
  read,
};

function read(answer: RunAnswer): Outcome {
  const said = lastObject(answer.lines);
  const told = toldIn(said);
  const stopped = stoppedOutcome(answer, told);
  if (stopped !== null) return stopped;
  const error = typeof said['error'] === 'string' ? said['error'] : null;
  if (answer.exitCode !== 0) return outcome('exit', error ?? `it ended with exit code ${String(answer.exitCode)}`, told);
  return said['ok'] === false ? outcome('exit', error ?? 'it said that it did not succeed', told) : outcome('ok', null, told);
}

function lastObject(lines: readonly string[]): Readonly<Record<string, unknown>> {
  for (const line of lines.toReversed()) {
    const value = jsonOf(line);
    if (isRecord(value)) return value;
  }
  return {};
}

function jsonOf(line: string): unknown {
  if (!line.trimStart().startsWith('{')) return null;
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return null;
  }
}

/** What is not of the form agreed on is as if it were not said: a cost is never guessed. */
function toldIn(said: Readonly<Record<string, unknown>>): Told {
  const { session, cost_usd: cost } = said;
  const output = (said['output'] ?? null) as Told['output']; // whatever JSON can say
  const isCost = typeof cost === 'number' && Number.isFinite(cost) && cost >= 0;
  return { ...NOTHING_TOLD, output, session: typeof session === 'string' ? session : null, tokens: tokensIn(said['tokens']), ...(isCost ? { cost_usd: cost, cost_basis: 'reported' as const } : {}) };
}

function tokensIn(said: unknown): Told['tokens'] {
  if (!isRecord(said)) return null;
  const number = (name: string): number => {
    const value = said[name];
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0;
  };
  return { input: number('input'), output: number('output'), cached: number('cached') };
}
