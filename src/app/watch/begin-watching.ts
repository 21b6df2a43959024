/** Compares what stands in the workspace with what stood there, each time it is called to look, and tells the difference. */
import { fileEvents } from '../../core/watch/change-events.ts';
import { happened } from '../../core/watch/events-between.ts';
import type { WatchEvent } from '../../core/watch/event.ts';
import type { Standing } from '../../core/watch/standing.ts';
import { isWatched, watchedFiles } from '../../core/watch/take-standing.ts';
import type { WatchTrouble } from '../../core/watch/trouble.ts';
import { inTurn } from '../in-turn.ts';
import type { Ports } from '../ports.ts';
import type { FileChange, Following } from '../ports/watch-port.ts';
import type { Acting } from './acting.ts';
import { claimStandings } from './claim-standings.ts';
import { keepSeen } from './keep-seen.ts';
import type { Reacting } from './react.ts';
import { reactWhileWatching } from './react-while-watching.ts';
import { standingInSteps, standingOf } from './standing-of.ts';

export interface WatchTelling extends Reacting {
  /** From now on. `since`: when it was last watched; null: never. */
  began(since: Date | null): void;
  event(event: WatchEvent): void;
  trouble(what: WatchTrouble): void;
}

interface What {
  readonly files: boolean;
  readonly claims: boolean;
}

export interface Watcher {
  /** Told at once, before anything is made of it. */
  files(changes: readonly FileChange[]): void;
  look(what: What): Promise<void>;
  keep(): Promise<void>;
  /** When no act is at work. */
  idle(): Promise<void>;
}

export async function beginWatching(ports: Ports, following: Following, telling: WatchTelling & Acting): Promise<Watcher> {
  const before = await ports.watching.kept();
  const now = (): number => ports.clock.now().getTime();
  const claimsNow = (): Promise<Standing['claims']> => claimStandings(ports, following.view());
  const claims = await claimsNow();
  let last = standingOf(following.view(), { at: now(), commit: null, claims }, before);
  const keeper = keepSeen(ports, (trouble) => telling.trouble(trouble));
  const goOn = (earlier: Standing, next: Standing): void => {
    const { events, standing } = happened(earlier, next);
    last = standing;
    events.forEach((event) => telling.event(event));
    if (events.length > 0) keeper.outdate();
    reactions.follow(events);
  };
  const look = async ({ files, claims }: What): Promise<void> => {
    if (files && following.isUnsure()) return;
    const moment = { at: Math.max(last.at, now()), commit: null, claims: claims ? await claimsNow() : last.claims };
    const next = files ? await standingInSteps(ports, following.view(), moment, last) : { ...last, ...moment };
    // Of files it was told when they changed.
    goOn({ ...last, files: next.files }, next);
  };
  const looking = inTurn();
  const reactions = reactWhileWatching(ports, following, telling, () => looking(() => look({ files: true, claims: true })));
  telling.began(before && new Date(before.at));
  if (before !== null) goOn(before, last);
  return {
    files(changes) {
      const watched = changes.filter(({ file }) => isWatched(file, ports.location.folder));
      const blobs = (side: 'before' | 'after'): Record<string, string> => Object.fromEntries(watched.flatMap((change) => (change[side] === null ? [] : [[change.file, change[side]] as const])));
      fileEvents({ files: blobs('before') }, { files: blobs('after'), at: Math.max(last.at, now()), commit: null }).forEach((event) => telling.event(event));
      keeper.outdate();
    },
    look: (what) => looking(() => look(what)),
    idle: () => reactions.idle(),
    keep: () => keeper.keep(last.at, () => ({ ...last, files: Object.fromEntries(watchedFiles(following.view().blobs(), ports.location.folder)) })),
  };
}
