/** Carries out what rules ask for, one act after the other. What an act itself brings starts its rule no more, nor do others through it. */
import { isLasting } from '../../core/watch/act-failure.ts';
import type { ActFailure } from '../../core/watch/act-failure.ts';
import { actsFor } from '../../core/watch/reactions.ts';
import type { Act } from '../../core/watch/reactions.ts';
import type { WatchEvent } from '../../core/watch/event.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';
import type { Acting, Carried } from './acting.ts';
import { carryOutAct } from './carry-out-act.ts';

export interface Reacting extends Omit<Acting, 'cut'> {
  /** `failure` null: it is done. */
  acted(act: Act, failure: ActFailure | null): void;
}

/** Milliseconds until it is tried again. Notices have tries of their own. */
const PAUSES = [1000, 5000, 25_000];

interface Reaction {
  readonly reacting: Reacting & Acting;
  /** What happened since, by an act, with the workspace as it is then. */
  readonly lookAgain: () => Promise<Happened>;
}

export interface Happened {
  readonly events: readonly WatchEvent[];
  readonly view: View;
}

/** `barred`: rules that these events do not start. */
export async function react(ports: Ports, reaction: Reaction, { events, view }: Happened, barred: ReadonlySet<string> = new Set()): Promise<void> {
  const { reacting, lookAgain } = reaction;
  for (const act of actsOf(ports, events, view, barred)) {
    if (reacting.cut.aborted) reacting.acted(act, { why: 'not-begun' });
    else {
      const { end, mayWrite } = await tryOut(ports, view, act, reacting);
      if (end !== 'nothing') reacting.acted(act, end === 'done' ? null : end);
      if (mayWrite) await react(ports, reaction, await lookAgain(), new Set([...barred, act.rule]));
    }
  }
}

function actsOf(ports: Ports, events: readonly WatchEvent[], view: View, barred: ReadonlySet<string>): readonly Act[] {
  const { config, agents } = view.survey;
  const waiting = (task: string): readonly string[] => view.dependents(task).flatMap((id) => view.task(id)?.agent ?? []);
  return actsFor(events, { config, agents, waiting, now: ports.clock.now().getTime() }, barred);
}

async function tryOut(ports: Ports, view: View, act: Act, acting: Acting): Promise<Carried> {
  for (const pause of act.does === 'notify' ? [] : PAUSES) {
    const carried = await carryOutAct(ports, view, act, acting);
    if (typeof carried.end === 'string' || isLasting(carried.end)) return carried;
    await ports.dispatching.pause(pause, acting.cut);
    if (acting.cut.aborted) return carried;
  }
  return carryOutAct(ports, view, act, acting);
}
