import { outcome } from '../outcome.ts';
import type { Outcome, Told } from '../outcome.ts';
import type { RunAnswer } from './runtime.ts';

/** What every runtime ends with when it did not end by itself; null: it did. */
export function stoppedOutcome({ stopped, signal }: RunAnswer, told: Told): Outcome | null {
  switch (stopped) {
    case 'timeout':
      return outcome('timeout', 'it took longer than it may', told);
    case 'memory':
      return outcome('memory', 'it took more memory than it may', told);
    case 'cancelled':
      return outcome('cancelled', 'it was stopped', told);
    case null:
      return signal === null ? null : outcome('killed', `it was killed by ${signal}`, told);
  }
}
