import { minutesOf } from '../duration.ts';
import type { Config } from '../model.ts';
import type { Calendar } from './standing.ts';

const NEAR = '24h';

export function calendarOf(config: Config): Calendar {
  const { timezone, sync_points } = config;
  const lengths = (config.reactions ?? []).filter(({ on }) => on === 'deadline.near').map(({ within }) => nearBy(within));
  return { points: { ...(timezone && { timezone }), ...(sync_points && { sync_points }) }, windows: [...new Set([nearBy(null), ...lengths])].sort((one, other) => other - one) };
}

/** How long before a deadline a rule asks to hear of it, in milliseconds. */
export function nearBy(within: string | number | null | undefined): number {
  return (minutesOf(within ?? NEAR, 'h') ?? 0) * 60_000;
}
