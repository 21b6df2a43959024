/** What happened since a commit or a time, by git's history, and at last by the work tree. Nothing is changed. */
import { sinceOf } from '../../core/days.ts';
import { settingsOf } from '../../core/documents/settings.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { happened } from '../../core/watch/events-between.ts';
import type { WatchEvent } from '../../core/watch/event.ts';
import type { Standing } from '../../core/watch/standing.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';
import { claimStandings } from './claim-standings.ts';
import { standingOf } from './standing-of.ts';

export interface LookedBack {
  readonly events: readonly WatchEvent[];
  /** From when on. */
  readonly began: Date;
}

/** `given`: a time, a length of time, or what git knows as a commit. */
export async function lookBack(ports: Ports, view: View, given: string): Promise<Result<LookedBack>> {
  const now = ports.clock.now().getTime();
  const time = sinceOf(given, settingsOf(view.survey.config).timeZone, now);
  const after = time === null ? await ports.git.commitAt(given) : new Date(time);
  if (after === null) return refused('unknown-revision', { option: '--since', revision: given });
  const line = await ports.store.openLine(after);
  if (!line.ok) return line;
  const claims = await claimStandings(ports, view);
  let past: Past | null = null;
  for await (const { commit, at, view: then } of line.value) {
    // Claims leave no history: those that stand now began when they say.
    const before: Past | null = past;
    past = goOn(before, standingOf(then, { at, commit, claims: upTo(claims, before?.began ?? at) }, before?.standing ?? null));
  }
  const { events, began } = goOn(past, standingOf(view, { at: now, commit: null, claims }, past?.standing ?? null));
  return done({ events, began: new Date(began) });
}

interface Past {
  readonly began: number;
  readonly events: readonly WatchEvent[];
  readonly standing: Standing;
}

function goOn(past: Past | null, next: Standing): Past {
  if (past === null) return { began: next.at, events: [], standing: next };
  const { events, standing } = happened(past.standing, next);
  return { began: past.began, events: [...past.events, ...events], standing };
}

function upTo(claims: Standing['claims'], time: number): Standing['claims'] {
  return Object.fromEntries(Object.entries(claims).filter(([, { since }]) => since <= time));
}
