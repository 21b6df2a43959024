import { outcome } from '../outcome.ts';
import type { Outcome, Told } from '../outcome.ts';
import type { RunAnswer } from './runtime.ts';
import { stoppedOutcome } from './stopped-outcome.ts';

/** What shells and programs make of a signal they were ended by. */
const BY_SIGNAL: ReadonlyMap<number | null, string> = new Map([
  [129, 'SIGHUP'],
  [130, 'SIGINT'],
  [137, 'SIGKILL'],
  [143, 'SIGTERM'],
]);

/** Stopped, or ended by a signal, told as an exit code or not; null: it ended by itself. */
export function endedBySignal(answer: RunAnswer, told: Told): Outcome | null {
  const stopped = stoppedOutcome(answer, told);
  const signal = BY_SIGNAL.get(answer.exitCode);
  return stopped ?? (signal === undefined ? null : outcome('killed', `it was killed by ${signal}`, told));
}

/** An exit code that nothing explains; the last line it printed may. */
export function exitOutcome({ exitCode, tail }: RunAnswer, told: Told): Outcome {
  const last = tail.slice(tail.lastIndexOf('\n') + 1).slice(-300);
  return outcome('exit', `it ended with exit code ${String(exitCode)}${last === '' ? '' : `: ${last}`}`, told);
}
