/** One look: what happened since the last one, or since a commit or a time. */
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { eventsBetween, withTold } from '../../core/watch/events-between.ts';
import type { WatchEvent } from '../../core/watch/event.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';
import { claimStandings } from './claim-standings.ts';
import { lookBack } from './look-back.ts';
import { standingOf } from './standing-of.ts';

export interface WatchedOnce {
  readonly events: readonly WatchEvent[];
  /** From when on; null: nobody watched here before, so there is nothing to compare with. */
  readonly began: Date | null;
}

/** `since` null: since the last look, which this one takes the place of. */
export async function watchOnce(ports: Ports, since: string | null): Promise<Result<WatchedOnce>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  return since === null ? sinceLast(ports, opened.value) : lookBack(ports, opened.value, since);
}

async function sinceLast(ports: Ports, view: View): Promise<Result<WatchedOnce>> {
  const begun = await ports.watching.begin();
  if (!begun.ok) return begun;
  try {
    const before = await ports.watching.kept();
    const standing = standingOf(view, { at: ports.clock.now().getTime(), commit: null, claims: await claimStandings(ports, view) }, before);
    const events = before === null ? [] : eventsBetween(before, standing);
    await ports.watching.keep(withTold(standing, events));
    return done({ events, began: before && new Date(before.at) });
  } finally {
    begun.value();
  }
}
