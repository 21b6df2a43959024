/** Carries out rules beside the watch. What is found while an act is at work counts as brought by it; then each rule may start again. */
import type { WatchEvent } from '../../core/watch/event.ts';
import type { Ports } from '../ports.ts';
import type { Following } from '../ports/watch-port.ts';
import type { Acting } from './acting.ts';
import { react } from './react.ts';
import type { Happened, Reacting } from './react.ts';

export interface Reactions {
  follow(events: readonly WatchEvent[]): void;
  idle(): Promise<void>;
}

/** `look`: what it finds comes by `follow`. */
export function reactWhileWatching(ports: Ports, following: Following, reacting: Reacting & Acting, look: () => Promise<void>): Reactions {
  let found: WatchEvent[] | null = null;
  let queue = Promise.resolve();
  const take = (): readonly WatchEvent[] => found?.splice(0) ?? [];
  const lookAgain = async (): Promise<Happened> => {
    await following.rescan();
    await look();
    return { events: take(), view: following.view() };
  };
  const follow = (events: readonly WatchEvent[]): void => {
    if (found !== null) found.push(...events);
    else if (events.length > 0) {
      found = [];
      queue = react(ports, { reacting, lookAgain }, { events, view: following.view() }).then(() => {
        const rest = take();
        found = null;
        follow(rest);
      });
    }
  };
  return {
    follow,
    async idle() {
      while (found !== null) await queue;
    },
  };
}
