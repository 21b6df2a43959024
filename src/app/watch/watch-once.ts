/** One look: what happened since the last one, or since a commit or a time. */
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { eventsBetween, happened, withTold } from '../../core/watch/events-between.ts';
import type { WatchEvent } from '../../core/watch/event.ts';
import type { Standing } from '../../core/watch/standing.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';
import type { Acting } from './acting.ts';
import { claimStandings } from './claim-standings.ts';
import { lookBack } from './look-back.ts';
import { react } from './react.ts';
import type { Happened, Reacting } from './react.ts';
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
  if (!request.reacts) return lookOnce(ports, opened.value, request, null);
  const begun = await ports.watching.begin();
  if (!begun.ok) return begun;
  const interruption = new AbortController();
  const stopHearing = await ports.runner.onInterrupt(() => interruption.abort());
  try {
    return await lookOnce(ports, opened.value, request, interruption.signal);
  } finally {
    stopHearing();
    begun.value();
  }
}

/** `cut` null: nothing is done about what happened. */
async function lookOnce(ports: Ports, view: View, request: OnceRequest, cut: AbortSignal | null): Promise<Result<WatchedOnce>> {
  const before = await ports.watching.kept();
  const standing = await standingNow(ports, view, before);
  const looked = request.since === null ? done({ events: before === null ? [] : eventsBetween(before, standing), began: before && new Date(before.at) }) : await lookBack(ports, view, request.since);
  if (!looked.ok) return looked;
  const { events, began } = looked.value;
  events.forEach((event) => request.event(event));
  const reacted = cut === null ? done(undefined) : await reactOnce(ports, { ...request, cut }, { events, view }, withTold(standing, events));
  return reacted.ok ? done({ began, count: events.length }) : reacted;
}

/** Where what was seen cannot be kept, nothing is done about it: the next look would do it again. */
async function reactOnce(ports: Ports, request: OnceRequest & Acting, first: Happened, standing: Standing): Promise<Result<void>> {
  let last = standing;
  let kept = await ports.watching.keep(last);
  const lookAgain = async (): Promise<Happened> => {
    const opened = await ports.store.open();
    const view = opened.ok ? opened.value : first.view;
    const next = await standingNow(ports, view, last);
    const { events, standing: told } = happened(last, next);
    events.forEach((event) => request.event(event));
    last = told;
    kept = await ports.watching.keep(last);
    return { events, view };
  };
  if (kept.ok) await react(ports, { reacting: request, lookAgain }, first);
  return kept;
}

async function standingNow(ports: Ports, view: View, before: Standing | null): Promise<Standing> {
  const claims = await claimStandings(ports, view);
  return standingOf(view, { at: ports.clock.now().getTime(), commit: null, claims }, before);
}
