/**
 * Any program: the prompt on its standard input, success by exit code 0. Its last line of output that is a JSON object
 * may say more: {"ok", "error", "output", "session", "tokens": {"input", "output", "cached"}, "cost_usd"}.
 */
import { isRecord } from '../../documents/with-value.ts';
import { outcome } from '../outcome.ts';
import type { Outcome, Told } from '../outcome.ts';
import { costIn, countIn, objectsIn, textIn } from './json-lines.ts';
import type { JsonObject } from './json-lines.ts';
import type { RunAnswer, Runtime } from './runtime.ts';
import { signsOfLines } from './signs.ts';
import { stoppedOutcome } from './stopped-outcome.ts';

export const command: Runtime = {
  program: null,
  env: [],
  keys: [],
  plan: ({ run, prompt }) => (run === null || run.length === 0 ? null : { argv: run, stdin: prompt }),
  signs: signsOfLines,
  read,
};

function read(answer: RunAnswer): Outcome {
  const said = objectsIn(answer.lines).at(-1) ?? {};
  const told = toldIn(said);
  const stopped = stoppedOutcome(answer, told);
  if (stopped !== null) return stopped;
  const error = textIn(said, 'error');
  if (answer.exitCode !== 0) return outcome('exit', error ?? `it ended with exit code ${String(answer.exitCode)}`, told);
  return said['ok'] === false ? outcome('exit', error ?? 'it said that it did not succeed', told) : outcome('ok', null, told);
}

function toldIn(said: JsonObject): Told {
  const output = (said['output'] ?? null) as Told['output']; // whatever JSON can say
  return { output, session: textIn(said, 'session'), tokens: tokensIn(said['tokens']), ...costIn(said, 'cost_usd') };
}

function tokensIn(said: unknown): Told['tokens'] {
  return isRecord(said) ? { input: countIn(said, 'input'), output: countIn(said, 'output'), cached: countIn(said, 'cached') } : null;
}
