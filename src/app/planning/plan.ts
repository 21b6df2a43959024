/** The plan: open work, claims and the clock together. Writes nothing. */
import { instantOf } from '../../core/dates.ts';
import { dayStart } from '../../core/days.ts';
import { settingsOf } from '../../core/documents/settings.ts';
import type { Config } from '../../core/model.ts';
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { Underway } from '../../core/schedule/plan/create-crew.ts';
import { makePlan } from '../../core/schedule/plan/make-plan.ts';
import type { Plan } from '../../core/schedule/plan/make-plan.ts';
import type { LiveClaim, LiveClaims } from '../claims/live-claims.ts';
import { openWithClaims } from '../open-with-claims.ts';
import type { OpenedWithClaims } from '../open-with-claims.ts';
import { findAgent } from '../find-agent.ts';
import type { Ports } from '../ports.ts';

export interface PlanRequest {
  /** A date (its beginning) or a time; null: now. */
  readonly from: string | null;
  /** Whose part of it is shown; null: everybody's. */
  readonly agent: string | null;
}

export interface PlanAnswer {
  readonly plan: Plan;
  /** The id of who was asked about. */
  readonly agent: string | null;
  readonly project: string | null;
  readonly config: Config;
  /** There is no task at all. */
  readonly isBlank: boolean;
  readonly problems: readonly PlacedProblem[];
}

export async function plan(ports: Ports, request: PlanRequest): Promise<Result<PlanAnswer>> {
  const opened = await openWithClaims(ports);
  return opened.ok ? planOf(ports, opened.value, request) : opened;
}

/** The same where the workspace was read already. */
export function planOf(ports: Pick<Ports, 'clock'>, { view, claims }: OpenedWithClaims, { from, agent }: PlanRequest): Result<PlanAnswer> {
  const { config } = view.survey;
  const { timeZone } = settingsOf(config);
  const start = from === null ? ports.clock.now().getTime() : (dayStart(from.trim(), timeZone) ?? instantOf(from, timeZone));
  if (start === null) return refused('bad-value', { option: '--from', value: from ?? '', expected: 'a date such as 2025-08-12, or a time such as 2025-08-12T09:00' });
  const asked = agent === null ? done(null) : findAgent(view, agent);
  if (!asked.ok) return asked;
  return done({
    plan: makePlan({ workspace: view.workspace(), graph: view.graph(), underway: underwayOf(claims), start }),
    agent: asked.value,
    project: config.project ?? null,
    config,
    isBlank: view.graph().tasks.length === 0,
    problems: view.survey.problems,
  });
}

function underwayOf(claims: LiveClaims): ReadonlyMap<string, Underway> {
  return new Map([...claims].flatMap(([id, live]) => (isCounted(live) ? [[id, underway(live)] as const] : [])));
}

/** What nobody can read may be held; what has run out or was given back is anybody's again. */
function isCounted({ state }: LiveClaim): boolean {
  return state === 'held' || state === 'unreadable' || state === 'done';
}

function underway({ state, claim }: LiveClaim): Underway {
  return { state: state === 'done' ? 'done' : 'held', agent: claim?.agent ?? null, since: claim === null ? null : Date.parse(claim.since) };
}
