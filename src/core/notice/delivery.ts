/** What became of a notice that was sent to a channel. No address and no secret is ever in it. */
import { backOff } from '../dispatch/model/back-off.ts';

export type DeliveryFailure =
  /** The variable that is to hold the address or the key is not set. */
  | { readonly why: 'not-set'; readonly variable: string }
  /** What the variable holds is no address of http or https. */
  | { readonly why: 'no-address'; readonly variable: string }
  /** `said`: how the answer begins. */
  | { readonly why: 'refused'; readonly status: number; readonly said: string }
  | { readonly why: 'redirected'; readonly status: number }
  | { readonly why: 'busy'; readonly status: number; readonly retryAfterSeconds: number | null }
  /** `code`: the system's own, such as ECONNREFUSED. */
  | { readonly why: 'unreachable'; readonly code: string | null }
  /** No answer, or no end of the program, in time. */
  | { readonly why: 'silent'; readonly seconds: number }
  /** `reason` names the program. */
  | { readonly why: 'not-started'; readonly reason: string }
  /** `said`: the end of what the program said. */
  | { readonly why: 'ended-badly'; readonly exitCode: number | null; readonly said: string }
  /** There is no page of a job: this is no run of GitHub Actions. */
  | { readonly why: 'no-summary' };

const MOST_TRIES = 4;

/**
 * In milliseconds, how long to wait before it is tried once more; null: it is given up. `tries`: how often it failed by now.
 * Only what a service may get over is tried again: after a 404 the next answer is a 404.
 */
export function nextTry(failure: DeliveryFailure, tries: number, chance: number): number | null {
  if (tries >= MOST_TRIES) return null;
  switch (failure.why) {
    case 'busy':
      return backOff({ kind: 'busy', retryAfterSeconds: failure.retryAfterSeconds }, tries, chance);
    case 'unreachable':
    case 'silent':
      return backOff({ kind: 'busy', retryAfterSeconds: null }, tries, chance);
    case 'not-set':
    case 'no-address':
    case 'refused':
    case 'redirected':
    case 'not-started':
    case 'ended-badly':
    case 'no-summary':
      return null;
  }
}
