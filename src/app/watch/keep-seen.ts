/** Keeps what was seen: soon after something happened, else now and then. That the disk says no is told once, until it says yes again. */
import type { Standing } from '../../core/watch/standing.ts';
import type { WatchTrouble } from '../../core/watch/trouble.ts';
import type { Ports } from '../ports.ts';

export interface Keeper {
  /** What was kept before is old now. */
  outdate(): void;
  keep(at: number, seen: () => Standing): Promise<void>;
}

const QUIET_MILLISECONDS = 60_000;

export function keepSeen(ports: Ports, tell: (trouble: WatchTrouble) => void): Keeper {
  /** null: something happened that is not kept yet. */
  let keptAt: number | null = null;
  let isFailing = false;
  return {
    outdate() {
      keptAt = null;
    },
    async keep(at, seen) {
      if (keptAt !== null && at - keptAt < QUIET_MILLISECONDS) return;
      keptAt = at;
      const kept = await ports.watching.keep(seen());
      if (!kept.ok && !isFailing) tell({ trouble: 'not-kept', refusal: kept.refusal });
      isFailing = !kept.ok;
    },
  };
}
