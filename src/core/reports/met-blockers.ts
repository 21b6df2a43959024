/** Blockers that stood in the way in some time, and how long. */
import type { DatedBlocker } from '../metrics/evidence.ts';
import { secondsBetween } from '../metrics/measured.ts';
import type { Period } from '../metrics/measured.ts';
import type { Blocker } from '../model.ts';

export interface MetBlocker {
  readonly blocker: Blocker;
  /** Seconds from raised to resolved, or to the end of that time; null: unknown. */
  readonly seconds: number | null;
  readonly isOpen: boolean;
}

/** The longest first. */
export function metBlockers(blockers: readonly DatedBlocker[], period: Period): readonly MetBlocker[] {
  return blockers.flatMap((one) => met(one, period) ?? []).sort((one, other) => (other.seconds ?? 0) - (one.seconds ?? 0));
}

/** null: it was over before, or raised after. */
function met({ blocker, raised, resolved }: DatedBlocker, period: Period): MetBlocker | null {
  const isResolved = blocker.resolved !== null && (resolved === null || resolved.last < period.to);
  if (raised === null && isResolved) return null;
  if (raised !== null && raised.first >= period.to) return null;
  if (resolved !== null && resolved.last < period.from) return null;
  const seconds = isResolved ? secondsBetween(raised, resolved) : raised === null ? null : Math.max(0, period.to - 1 - raised.last) / 1000;
  return { blocker, seconds, isOpen: !isResolved };
}
