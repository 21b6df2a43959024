/** How a blocker stands against the clock. */
import type { OpenBlocker } from '../../app/blockers/open-blocker.ts';
import { duration } from '../text/time.ts';

export function blockerClock({ blocker: { acknowledged, approval }, raised, due }: OpenBlocker, now: Date): string {
  const age = raised === null ? '' : `open ${duration(now.getTime() - raised.getTime())}`;
  if (approval !== null) return `${age}, ${approval.by} said ${approval.approved ? 'yes' : 'no'}`;
  if (acknowledged !== null) return `${age}, ${acknowledged.by} is on it`;
  if (raised === null || due === null) return age;
  const left = due.getTime() - now.getTime();
  return left < 0 ? `no answer, ${duration(-left)} late` : `answer due in ${duration(left)}`;
}
