import type { Watching } from '../../src/app/ports/watch-port.ts';
import { done } from '../../src/core/problem/refusal.ts';
import type { Standing } from '../../src/core/watch/standing.ts';

/** Nobody else watches; what was kept lasts as long as this does. */
export function memoryWatching(): Watching {
  let kept: string | null = null;
  return {
    begin: () => Promise.resolve(done(() => undefined)),
    follow: () => Promise.reject(new Error('nothing is followed in memory')),
    hints: () => Promise.resolve(() => undefined),
    kept: () => Promise.resolve(kept === null ? null : (JSON.parse(kept) as Standing)),
    keep(standing) {
      kept = JSON.stringify(standing);
      return Promise.resolve(done(undefined));
    },
  };
}
