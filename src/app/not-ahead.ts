/** Time by which claims are taken and kept: one given by --now that has not come yet takes nothing from anybody, and holds nothing for longer. */
import type { Clock } from './ports.ts';

export function notAhead(clock: Clock): Clock {
  return { ...clock, now: () => new Date(Math.min(clock.now().getTime(), clock.real().getTime())) };
}
