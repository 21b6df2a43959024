/** Tells what happens, as it happens, until it is interrupted. Only what was not told before: also of the time in which nobody watched. */
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { fileEvents } from '../../core/watch/change-events.ts';
import { happened } from '../../core/watch/events-between.ts';
import type { WatchEvent } from '../../core/watch/event.ts';
import type { Standing } from '../../core/watch/standing.ts';
import { isWatched } from '../../core/watch/take-standing.ts';
import type { WatchTrouble } from '../../core/watch/trouble.ts';
import { mailbox } from '../jobs/mailbox.ts';
import type { Mailbox } from '../jobs/mailbox.ts';
import type { Ports } from '../ports.ts';
import type { FileChange, Following } from '../watch-port.ts';
import type { Acting } from './acting.ts';
import { claimStandings } from './claim-standings.ts';
import { react } from './react.ts';
import type { Happened, Reacting } from './react.ts';
import { standingOf } from './standing-of.ts';

export interface WatchTelling extends Reacting {
  /** From now on. `since`: when it was last watched; null: never. */
  began(since: Date | null): void;
  event(event: WatchEvent): void;
  trouble(what: WatchTrouble): void;
}

/** Why it is time to look. */
type Call = 'files' | 'claims' | 'beat' | 'interrupted';

export async function watch(ports: Ports, telling: WatchTelling): Promise<Result<void>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  const begun = await ports.watching.begin();
  if (!begun.ok) return begun;
  const calls = mailbox<Call>();
  const interruption = new AbortController();
  const stopHearing = await ports.runner.onInterrupt(() => {
    interruption.abort();
    calls.put('interrupted');
  });
  let watcher: Watcher | null = null;
  const following = await ports.watching.follow({
    changed: (files) => {
      watcher?.files(files);
      calls.put('files');
    },
    stirred: () => calls.put('claims'),
    beat: () => calls.put('beat'),
    trouble: (what) => telling.trouble(what),
  });
  try {
    watcher = await beginWatching(ports, following, { ...telling, cut: interruption.signal });
    await goOn(ports, watcher, calls);
    return done(undefined);
  } finally {
    await watcher?.idle();
    await watcher?.keep();
    following.end();
    stopHearing();
    begun.value();
  }
}

const BURST_MILLISECONDS = 50;

/** Calls that came while it looked are answered by one more look. */
async function goOn(ports: Ports, watcher: Watcher, calls: Mailbox<Call>): Promise<void> {
  for (;;) {
    const all = [await calls.take(), ...calls.rest()];
    if (all.includes('interrupted')) return;
    await watcher.look({ files: all.includes('files'), claims: all.includes('claims') || all.includes('beat') });
    if (all.includes('beat')) await watcher.keep();
    // Of a burst the first change is looked at alone, at once; the others come together.
    if (all.includes('files')) await ports.dispatching.pause(BURST_MILLISECONDS);
  }
}

interface Watcher {
  /** Told at once, before anything is made of it. */
  files(changes: readonly FileChange[]): void;
  look(what: { readonly files: boolean; readonly claims: boolean }): Promise<void>;
  keep(): Promise<void>;
  /** When no act is at work. */
  idle(): Promise<void>;
}

async function beginWatching(ports: Ports, following: Following, telling: WatchTelling & Acting): Promise<Watcher> {
  const before = await ports.watching.kept();
  const timeNow = (): number => Math.max(last.at, ports.clock.now().getTime());
  const first = standingOf(following.view(), { at: ports.clock.now().getTime(), commit: null, claims: await claimStandings(ports, following.view()) }, before);
  let last = first;
  /** null: something happened that is not kept yet. */
  let keptAt: number | null = null;
  const files = new Map(Object.entries(first.files));
  const goOn = (next: Standing, earlier: Standing): void => {
    const { events, standing } = happened(earlier, next);
    last = standing;
    events.forEach((event) => telling.event(event));
    if (events.length > 0) keptAt = null;
    follow(events);
  };
  const acts = reactions(ports, following, telling, () => look({ files: true, claims: true }));
  const follow = (events: readonly WatchEvent[]): void => acts.follow(events);
  const look = async (what: { readonly files: boolean; readonly claims: boolean }): Promise<void> => {
    if (what.files && following.isUnsure()) return;
    const claims = what.claims ? await claimStandings(ports, following.view()) : last.claims;
    const earlier = { ...last, files: Object.fromEntries(files) };
    const moment = { at: timeNow(), commit: null, claims };
    goOn(what.files ? standingOf(following.view(), moment, earlier) : { ...earlier, ...moment }, earlier);
  };
  telling.began(before && new Date(before.at));
  if (before !== null) goOn(first, before);
  return {
    files(changes) {
      const watched = changes.filter(({ file }) => isWatched(file, ports.location.folder));
      const sideOf = (side: 'before' | 'after'): Record<string, string> => Object.fromEntries(watched.flatMap((change) => (change[side] === null ? [] : [[change.file, change[side]] as const])));
      fileEvents({ files: sideOf('before') }, { files: sideOf('after'), at: timeNow(), commit: null }).forEach((event) => telling.event(event));
      keptAt = null;
      for (const { file, after } of watched) {
        if (after === null) files.delete(file);
        else files.set(file, after);
      }
    },
    look,
    idle: () => acts.idle(),
    async keep() {
      if (keptAt !== null && last.at - keptAt < KEEP_MILLISECONDS) return;
      keptAt = last.at;
      await ports.watching.keep(last);
    },
  };
}

/** While nothing happens, the time alone is kept now and then. */
const KEEP_MILLISECONDS = 60_000;

interface Reactions {
  follow(events: readonly WatchEvent[]): void;
  idle(): Promise<void>;
}

/** What is found while an act is at work counts as brought by it; then each rule may start again. */
function reactions(ports: Ports, following: Following, reacting: Reacting & Acting, look: () => Promise<void>): Reactions {
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
