/** One look: what happened since the last one, or since a commit or a time. */
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { eventsBetween, withTold } from '../../core/watch/events-between.ts';
import type { WatchEvent } from '../../core/watch/event.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';
import { claimStandings } from './claim-standings.ts';
import { lookBack } from './look-back.ts';
import { react } from './react.ts';
import type { Reacting } from './react.ts';
import { standingOf } from './standing-of.ts';

export interface WatchedOnce {
  /** From when on; null: nobody watched here before, so there is nothing to compare with. */
  readonly began: Date | null;
  readonly count: number;
}

export interface OnceRequest extends Reacting {
  /** null: since the last look, which this one takes the place of. */
  readonly since: string | null;
  /** Whether rules of coord.yaml are carried out. */
  readonly reacts: boolean;
  event(event: WatchEvent): void;
}

export async function watchOnce(ports: Ports, request: OnceRequest): Promise<Result<WatchedOnce>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  if (!request.reacts) return lookOnce(ports, opened.value, request);
  const begun = await ports.watching.begin();
  if (!begun.ok) return begun;
  try {
    return await lookOnce(ports, opened.value, request);
  } finally {
    begun.value();
  }
}

async function lookOnce(ports: Ports, view: View, request: OnceRequest): Promise<Result<WatchedOnce>> {
  const before = await ports.watching.kept();
  const claims = await claimStandings(ports, view);
  const standing = standingOf(view, { at: ports.clock.now().getTime(), commit: null, claims }, before);
  const looked = request.since === null ? done({ events: before === null ? [] : eventsBetween(before, standing), began: before && new Date(before.at) }) : await lookBack(ports, view, request.since);
  if (!looked.ok) return looked;
  const { events, began } = looked.value;
  events.forEach((event) => request.event(event));
  if (request.reacts) {
    let last = withTold(standing, events);
    await ports.watching.keep(last);
    await react(ports, request, events, view, async () => {
      const now = await ports.store.open();
      const then = now.ok ? now.value : view;
      const next = standingOf(then, { at: ports.clock.now().getTime(), commit: null, claims: await claimStandings(ports, then) }, last);
      const brought = eventsBetween(last, next);
      brought.forEach((event) => request.event(event));
      last = withTold(next, brought);
      await ports.watching.keep(last);
      return { events: brought, view: then };
    });
  }
  return done({ began, count: events.length });
}
