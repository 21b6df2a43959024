/** Why a plan ends when it ends: from the last task back to the beginning, each with what it waited for. */
import { BECAUSES } from './replay.ts';
import type { Because, Replay } from './replay.ts';

export interface Link {
  readonly at: number;
  /** Why it did not start sooner. */
  readonly because: Because;
}

/** First to last. */
export function drivingChain({ end, because, cause }: Replay): Link[] {
  let last = -1;
  end.forEach((time, at) => {
    if (time < Infinity && (last === -1 || time > (end[last] ?? 0))) last = at;
  });
  const chain: Link[] = [];
  for (let at = last; at !== -1; at = cause[at] ?? -1) chain.push({ at, because: BECAUSES[because[at] ?? 0] ?? 'start' });
  return chain.reverse();
}
