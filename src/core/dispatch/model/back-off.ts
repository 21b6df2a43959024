/** How long to wait after a request that failed. */
import type { ModelFailure } from './message.ts';

const FIRST = 1000;
const LONGEST = 60_000;
/** Who has to be left alone for longer is not waited for. */
const MOST_PATIENCE_SECONDS = 300;
const MOST_TRIES = 6;

/**
 * In milliseconds: twice as long each time, between half of it and all of it by `chance` (from 0 to 1), so that many who
 * were sent away together do not come back together; and no sooner than the service says. null: it is given up.
 * `tries`: how often it failed by now.
 */
export function backOff({ kind, retryAfterSeconds }: Pick<ModelFailure, 'kind' | 'retryAfterSeconds'>, tries: number, chance: number): number | null {
  const told = retryAfterSeconds ?? 0;
  if (kind === 'refused' || tries >= MOST_TRIES || told > MOST_PATIENCE_SECONDS) return null;
  const wait = Math.min(LONGEST, FIRST * 2 ** (tries - 1)) * (0.5 + chance / 2);
  return Math.round(told * 1000 + (told > 0 ? wait / 4 : wait));
}
