import { duration } from '../text/time.ts';

/** How long a claim still holds, or since when it does not. */
export function leaseWords(end: Date, now: Date): string {
  const left = end.getTime() - now.getTime();
  return left > 0 ? `${duration(left)} left` : `ran out ${duration(-left)} ago`;
}
