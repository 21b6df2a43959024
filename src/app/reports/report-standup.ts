/** The stand-up: claims, records and the clock together. */
import { dayOf, dayStart, sinceOf, workingDayBefore } from '../../core/days.ts';
import { settingsOf } from '../../core/documents/settings.ts';
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { standup } from '../../core/reports/standup.ts';
import type { Standup } from '../../core/reports/standup.ts';
import type { LiveClaims } from '../claims/live-claims.ts';
import { openWithClaims } from '../open-with-claims.ts';
import type { Ports } from '../ports.ts';

export interface StandupAnswer extends Standup {
  readonly since: Date;
  readonly problems: readonly PlacedProblem[];
}

/** `given`: a date, a time or a length of time; null: since the last working day began. */
export async function reportStandup(ports: Ports, given: string | null): Promise<Result<StandupAnswer>> {
  const opened = await openWithClaims(ports);
  if (!opened.ok) return opened;
  const { view, claims } = opened.value;
  const { timeZone } = settingsOf(view.survey.config);
  const now = ports.clock.now().getTime();
  const since = given === null ? dayStart(workingDayBefore(dayOf(now, timeZone)), timeZone) : sinceOf(given, timeZone, now);
  if (since === null) return refused('bad-value', { option: '--since', value: given ?? '', expected: 'a date such as 2025-08-12, a time, or a length of time such as 24h' });
  return done({ ...standup(view.workspace(), view.graph(), holdersOf(claims), since), since: new Date(since), problems: view.problems });
}

function holdersOf(claims: LiveClaims): ReadonlyMap<string, string> {
  return new Map([...claims].flatMap(([id, { claim, state }]) => (claim !== null && state === 'held' ? [[id, claim.agent] as const] : [])));
}
