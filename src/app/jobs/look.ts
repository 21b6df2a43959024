/** What a dispatcher sees when it looks at the plan: who may be started, what is against others, whether it is to stop. */
import type { DispatchEvent } from '../../core/dispatch/decide.ts';
import type { Job } from '../../core/dispatch/job.ts';
import { budgetsOf } from '../../core/dispatch/limits.ts';
import { failuresInARow } from '../../core/dispatch/tries.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { Refusal } from '../../core/problem/refusal.ts';
import { openWithClaims } from '../open-with-claims.ts';
import type { Ports } from '../ports.ts';
import { candidatesFor } from './candidates.ts';
import type { Candidates, DispatchScope } from './candidates.ts';
import { readJobs } from './read-jobs.ts';
import type { Seen } from './supervise-jobs.ts';
import { whySettingsBroken } from './unsafe-ground.ts';

export interface Look extends Candidates, Seen {
  readonly event: Extract<DispatchEvent, { kind: 'offered' }>;
  readonly stopFile: string | null;
  /** Why nothing is begun, though what runs goes on: coord.yaml cannot be read, as when somebody is at it. null: it can. */
  readonly broken: Refusal | null;
}

/** `over`: jobs of this dispatcher. What others were quicker with it does not ask for again and again. */
export async function look(ports: Ports, scope: DispatchScope, over: readonly Job[]): Promise<Result<Look>> {
  const [opened, { jobs }, stop] = await Promise.all([openWithClaims(ports), readJobs(ports), ports.dispatching.stopFile()]);
  if (!opened.ok) return opened;
  const { view, claims } = opened.value;
  const found = candidatesFor(view, claims, jobs, scope, { folder: ports.location.folder, now: ports.clock.real() });
  const { failures: mostFailures } = budgetsOf(view.survey.config);
  const givenUp = new Set(over.flatMap(({ task, state, cancelAskedBy, error }) => (state === 'cancelled' && cancelAskedBy === null && error?.reason !== 'overlap' ? [task] : [])));
  const candidates = found.candidates.filter(({ task }) => !givenUp.has(task));
  const broken = whySettingsBroken(ports, view);
  const event = { kind: 'offered', candidates, failures: failuresInARow(jobs), mostFailures, stopAsked: stop.isThere } as const;
  return done({ ...found, view, jobs, event, stopFile: stop.isThere ? stop.path : null, broken });
}
