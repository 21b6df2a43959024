/** Which ready tasks nobody works on or near, by the claims there are. */
import { overlapIndex } from '../core/policy/overlap-index.ts';
import type { Busy } from '../core/policy/overlap-index.ts';
import { offer } from '../core/schedule/offer.ts';
import type { Offer, Taken } from '../core/schedule/offer.ts';
import type { LiveClaim, LiveClaims } from './live-claims.ts';
import { isTaken } from './live-claims.ts';
import type { View } from './view.ts';

/** `resume`: also tasks that were started and are held by nobody. */
export function freeTasks(view: View, claims: LiveClaims, resume: boolean): Offer {
  // Worked out for the first task that names files: often none does.
  let index: ReturnType<typeof overlapIndex> | null = null;
  return offer(view.survey.ready, {
    taken: (id) => takenBy(claims.get(id.toLowerCase())),
    overlap: (task) => (task.files.length === 0 ? null : (index ??= overlapIndex(busyTasks(view, claims)))(task)),
    resume,
  });
}

function takenBy(live: LiveClaim | undefined): Taken | null {
  if (live === undefined || live.state === 'released') return null;
  if (live.claim === null) return { why: 'unreadable-claim' };
  const { agent: by, branch } = live.claim;
  switch (live.state) {
    case 'held':
      return { why: 'held', id: live.id, by };
    case 'expired':
      return { why: 'expired', id: live.id, by };
    case 'done':
      return { why: 'done-elsewhere', by, branch };
    case 'unreadable':
      return { why: 'unreadable-claim' };
  }
}

function busyTasks(view: View, claims: LiveClaims): Busy[] {
  const files = new Map(view.survey.ready.map((ready) => [ready.id.toLowerCase(), ready.files]));
  return [...claims.values()].flatMap((live) => {
    if (!isTaken(live)) return [];
    const globs = files.get(live.id.toLowerCase()) ?? view.task(live.id)?.files ?? [];
    return globs.length === 0 ? [] : [{ id: live.id, files: globs }];
  });
}
