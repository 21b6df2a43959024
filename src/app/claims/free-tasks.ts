/** Which ready tasks nobody works on or near, by the claims there are. */
import { isOpen } from '../../core/model.ts';
import { overlapIndex } from '../../core/policy/overlap-index.ts';
import type { Busy, OverlapIndex } from '../../core/policy/overlap-index.ts';
import { offer } from '../../core/schedule/offer.ts';
import type { Offer, Taken } from '../../core/schedule/offer.ts';
import type { LiveClaim, LiveClaims } from './live-claims.ts';
import { isTaken } from './live-claims.ts';
import type { View } from '../view.ts';

/** `resume`: also tasks that were started and are held by nobody. */
export function freeTasks(view: View, claims: LiveClaims, resume: boolean): Offer {
  // Worked out for the first task that shares files with another: often none does.
  let index: OverlapIndex | null = null;
  return offer(view.survey.ready, {
    taken: (id) => takenBy(claims.get(id.toLowerCase())),
    overlap: (task) => (task.sharedFiles.length === 0 ? null : (index ??= overlapIndex(busyTasks(view, claims)))({ id: task.id, files: task.sharedFiles })),
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

/** Open tasks in progress that share files with another. */
function busyTasks(view: View, claims: LiveClaims): Busy[] {
  const startable = view.survey.ready.filter(({ id }) => isTaken(claims.get(id.toLowerCase())));
  const known = new Set(startable.map(({ id }) => id.toLowerCase()));
  const others = [...claims].flatMap(([key, live]) => (isTaken(live) && !known.has(key) ? (view.task(key) ?? []) : []));
  return [...startable.map(({ id, sharedFiles }) => ({ id, files: sharedFiles })), ...others.filter(isOpen)];
}
