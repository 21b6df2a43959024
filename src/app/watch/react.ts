/** Carries out what rules ask for, one act after the other. What an act itself brings starts its rule no more, nor do others through it. */
import { actsFor } from '../../core/watch/reactions.ts';
import type { Act } from '../../core/watch/reactions.ts';
import type { WatchEvent } from '../../core/watch/event.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';
import { carryOutAct } from './carry-out-act.ts';
import type { Acting } from './carry-out-act.ts';

export interface Reacting extends Acting {
  /** `failure`: in words; null: it is done. */
  acted(act: Act, failure: string | null): void;
}

/** Milliseconds until it is tried again. Notices have tries of their own. */
const PAUSES = [1000, 5000, 25_000];

/** `lookAgain`: what happened since, by this act; answers it with the workspace as it is then. */
export async function react(ports: Ports, reacting: Reacting, events: readonly WatchEvent[], view: View, lookAgain: () => Promise<{ readonly events: readonly WatchEvent[]; readonly view: View }>, barred: ReadonlySet<string> = new Set()): Promise<void> {
  for (const act of actsOf(ports, events, view, barred)) {
    reacting.acted(act, await tryOut(ports, view, act, reacting));
    if (act.does === 'notify') continue;
    const next = await lookAgain();
    await react(ports, reacting, next.events, next.view, lookAgain, new Set([...barred, act.rule]));
  }
}

function actsOf(ports: Ports, events: readonly WatchEvent[], view: View, barred: ReadonlySet<string>): readonly Act[] {
  const { config, agents } = view.survey;
  const waiting = (task: string): readonly string[] => view.dependents(task).flatMap((id) => view.task(id)?.agent ?? []);
  return actsFor(events, { config, agents, waiting, now: ports.clock.now().getTime() }, barred);
}

async function tryOut(ports: Ports, view: View, act: Act, acting: Acting): Promise<string | null> {
  for (const pause of act.does === 'notify' ? [] : PAUSES) {
    const failure = await carryOutAct(ports, view, act, acting);
    if (failure === null) return null;
    await ports.dispatching.pause(pause);
  }
  return carryOutAct(ports, view, act, acting);
}
