/** Why the one task that a dispatcher was to start is none that it can start: for whoever named it. */
import type { Task } from '../../core/model.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { Withheld } from '../../core/schedule/offer.ts';
import { freeTasks } from '../claims/free-tasks.ts';
import { holdsOn } from '../claims/holds-on.ts';
import { openWithClaims } from '../open-with-claims.ts';
import type { Ports } from '../ports.ts';
import type { DispatchScope } from './candidates.ts';

/** Done with nothing: nothing is to be said of it. */
export async function notStarted(ports: Ports, { task: id, agent }: DispatchScope): Promise<Result<null>> {
  const opened = await openWithClaims(ports);
  if (!opened.ok) return opened;
  const { view, claims } = opened.value;
  const task = id === null ? null : view.task(id);
  if (task === null) return done(null);
  const byItself = whyNever(task, agent);
  if (byItself !== null) return byItself;
  const { free, withheld } = freeTasks(view, claims, false);
  const because = withheld.find((one) => one.task.id === task.id)?.because;
  if (because !== undefined) return whyNotNow(task, because);
  return free.some((one) => one.id === task.id) ? done(null) : refused('not-ready', { id: task.id, holds: holdsOn(view, task.id) });
}

function whyNever({ id, status, kind, agent, place }: Task, asked: string | null): Result<never> | null {
  if (status === 'done') return refused('already-done', { id, where: `see ${place.file}` });
  if (status === 'cancelled') return refused('cancelled', { id });
  if (kind !== 'task') return refused('not-dispatched', { id, why: kind, who: null });
  return asked === null || asked === agent ? null : refused('not-dispatched', { id, why: 'other-agent', who: agent });
}

function whyNotNow({ id }: Task, because: Withheld): Result<never> {
  switch (because.why) {
    case 'done-elsewhere':
      return refused('already-done', { id, where: because.branch === null ? `by ${because.by}, but not here` : `on branch ${because.branch} and not merged here` });
    case 'held':
    case 'expired':
      return refused('not-dispatched', { id, why: because.why, who: because.by });
    case 'overlap':
      return refused('not-dispatched', { id, why: 'overlap', who: because.with });
    case 'unreadable-claim':
      return refused('unreadable-claim', { id });
    case 'done-but-lost':
      return refused('done-but-lost', because);
    case 'started':
      return refused('not-dispatched', { id, why: 'started', who: null });
  }
}
