/** Where everything stands: files, claims and the clock together. */
import { settingsOf } from '../../core/documents/settings.ts';
import type { Job } from '../../core/dispatch/job.ts';
import { budgetsOf } from '../../core/dispatch/limits.ts';
import type { Status, Task } from '../../core/model.ts';
import { newestFirst, waitsFor } from '../../core/policy/handoff-inbox.ts';
import { bySeverity, isAnybodyWaitedFor, waitingOn } from '../../core/policy/waiting-on.ts';
import type { WaitingOn } from '../../core/policy/waiting-on.ts';
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { overdueTasks } from '../../core/schedule/overdue-tasks.ts';
import { nextSyncPoint } from '../../core/schedule/sync-points.ts';
import type { SyncPoint } from '../../core/schedule/sync-points.ts';
import type { GateState, HandoffLine, PhaseState, ReadyTask } from '../../core/survey.ts';
import { isCallerKnown } from '../acting-agent.ts';
import { freeTasks } from '../claims/free-tasks.ts';
import { jobsForPeople } from '../jobs/jobs-for-people.ts';
import { knownAgent } from '../known-agent.ts';
import type { LiveClaim, LiveClaims } from '../claims/live-claims.ts';
import { openBlocker } from '../blockers/open-blocker.ts';
import { stillOpen } from '../claims/still-open.ts';
import type { OpenBlocker } from '../blockers/open-blocker.ts';
import { openWithClaims } from '../open-with-claims.ts';
import type { OpenedWithClaims } from '../open-with-claims.ts';
import type { Ports } from '../ports.ts';
import { teamLoads } from './team-loads.ts';
import type { TeamLoad } from './team-loads.ts';
import type { View } from '../view.ts';

/** The first so many of a list, and how many there are. */
export interface Some<T> {
  readonly total: number;
  readonly rows: readonly T[];
}

export interface ClaimedTask {
  readonly live: LiveClaim;
  /** null where no file defines the task any more. */
  readonly title: string | null;
}

/** The remote through which claims are shared. */
export interface SharedThrough {
  readonly remote: string;
  /** When this clone synced with it last, ISO 8601 in UTC; null: never. */
  readonly synced: string | null;
}

export interface StatusAnswer {
  /** null: claims hold on this machine alone. */
  readonly shared: SharedThrough | null;
  readonly project: string | null;
  readonly nextSync: SyncPoint | null;
  readonly completion: number;
  readonly counts: Readonly<Record<Status, number>>;
  readonly team: readonly TeamLoad[];
  readonly held: Some<ClaimedTask>;
  /** False: a claim ran out, and whoever takes it over has to be named. */
  readonly isCallerKnown: boolean;
  /** Marked as in progress in their files, held by nobody. */
  readonly unheld: Some<Task>;
  /** Finished under a claim, while the files here do not say so: the branch is not merged. */
  readonly doneElsewhere: Some<ClaimedTask>;
  /** What waits for whoever asks; null where nobody knows who that is, or nobody is waited for. */
  readonly yours: WaitingOn | null;
  readonly blockers: Some<OpenBlocker>;
  /** Those that somebody is to take over, newest first; `yours` of them wait for whoever asks. */
  readonly handoffs: Some<HandoffLine> & { readonly yours: number };
  readonly ready: Some<ReadyTask>;
  readonly waiting: number;
  readonly overdue: Some<{ readonly id: string; readonly title: string; readonly agent: string | null; readonly due: Date }>;
  readonly phases: readonly PhaseState[];
  readonly gates: Some<GateState>;
  /** Of tasks that are open: the last job failed, and nobody said that it may be tried again. */
  readonly failedJobs: readonly Job[];
  /** With a step that somebody has to approve. */
  readonly waitingJobs: readonly Job[];
  /** So many jobs failed in a row that a dispatcher starts nothing more but what somebody names. */
  readonly dispatchStopped: boolean;
  readonly risks: readonly { readonly risk: string; readonly owner: string | null; readonly mitigation: string | null }[];
  readonly problems: readonly PlacedProblem[];
}

/** Of long lists at most `rows` are looked up. */
export async function status(ports: Ports, rows: number, as: string | null): Promise<Result<StatusAnswer>> {
  const opened = await openWithClaims(ports);
  return opened.ok ? statusOf(ports, opened.value, rows, as) : opened;
}

/** The same where the workspace was read already. */
export async function statusOf(ports: Ports, { view, claims }: OpenedWithClaims, rows: number, as: string | null): Promise<Result<StatusAnswer>> {
  const { survey } = view;
  const now = ports.clock.now();
  const { failed, waiting, isStopped } = await jobsForPeople(ports, stillOpen(view), budgetsOf(survey.config).failures);
  const held = heldClaims(claims);
  const asking = await whoAsks(ports, view, as);
  const { free } = freeTasks(view, claims, true);
  const startable = new Map(survey.ready.map((task) => [task.id, task]));
  // Most of those asked for are startable, and known without reading their files' rows.
  const line = (id: string): { readonly title: string; readonly agent: string | null } | null => startable.get(id) ?? view.task(id);
  return done({
    shared: await sharedThrough(ports, view),
    project: survey.config.project ?? null,
    nextSync: nextSyncPoint(survey.config, now.getTime()),
    completion: survey.completion,
    counts: survey.counts,
    team: teamLoads(view, claims, free),
    isCallerKnown: !held.some(({ state }) => state === 'expired') || (await isCallerKnown(ports, view, as)),
    held: some(held, rows, (live) => ({ live, title: line(live.id)?.title ?? null })),
    unheld: someTasks(view, survey.started.filter((id) => !isWorkedOn(claims, id)), rows),
    doneElsewhere: some(notMerged(view, claims), rows, (live) => ({ live, title: line(live.id)?.title ?? null })),
    yours: asking === null ? null : waitingOn([asking], survey, now.getTime()),
    blockers: some([...survey.blockers].sort(bySeverity), rows, (blocker) => openBlocker(view, blocker)),
    handoffs: waitingHandoffs(view, rows, asking),
    ready: some(free.filter(({ started }) => !started), rows, (task) => task),
    waiting: survey.waiting,
    overdue: some(overdueTasks(survey, now.getTime()), rows, ({ id, due }) => ({ id, due: new Date(due), title: line(id)?.title ?? '', agent: line(id)?.agent ?? null })),
    phases: survey.phases,
    gates: some(survey.gates, rows, (gate) => gate),
    failedJobs: failed,
    waitingJobs: waiting,
    dispatchStopped: isStopped,
    risks: (survey.config.risks ?? []).map(({ risk, owner, mitigation }) => ({ risk, owner: owner ?? null, mitigation: mitigation ?? null })),
    problems: survey.problems,
  });
}

async function sharedThrough({ remotes }: Ports, { survey }: View): Promise<SharedThrough | null> {
  const { claims } = settingsOf(survey.config);
  return claims === 'local' ? null : { remote: claims, synced: (await remotes.notes(claims))?.at ?? null };
}

function some<T, R>(all: readonly T[], rows: number, row: (item: T) => R): Some<R> {
  return { total: all.length, rows: all.slice(0, rows).map(row) };
}

function someTasks(view: View, ids: readonly string[], rows: number): Some<Task> {
  return { total: ids.length, rows: ids.slice(0, rows).flatMap((id) => view.task(id) ?? []) };
}

/** What runs out first comes first; what cannot be read comes before all. */
function heldClaims(claims: LiveClaims): LiveClaim[] {
  const end = (live: LiveClaim): number => live.end?.getTime() ?? 0;
  return [...claims.values()].filter(({ state }) => state !== 'released' && state !== 'done').sort((one, other) => end(one) - end(other) || (one.id < other.id ? -1 : 1));
}

/** The long list of open tasks is read only where some claim is done, and it spares a look into the file of each. */
function notMerged({ survey }: View, claims: LiveClaims): LiveClaim[] {
  const finished = [...claims.values()].filter(({ state }) => state === 'done');
  const open = new Set(finished.length === 0 ? [] : survey.open.map((id) => id.toLowerCase()));
  return finished.filter(({ id }) => open.has(id.toLowerCase())).sort((one, other) => (one.id < other.id ? -1 : 1));
}

function isWorkedOn(claims: LiveClaims, id: string): boolean {
  const state = claims.get(id.toLowerCase())?.state;
  return state !== undefined && state !== 'released';
}

/** Who asks is found out only where it matters, and a wrong name hides nothing. */
async function whoAsks(ports: Ports, view: View, as: string | null): Promise<string | null> {
  const { survey } = view;
  if (!isAnybodyWaitedFor(survey) && !survey.handoffs.some((line) => waitsFor(line, null))) return null;
  const asking = await knownAgent(ports, view, as);
  return asking.ok ? asking.value : null;
}

function waitingHandoffs(view: View, rows: number, asking: string | null): StatusAnswer['handoffs'] {
  const waiting = view.survey.handoffs.filter((line) => waitsFor(line, null)).sort(newestFirst);
  const yours = asking === null ? [] : waiting.filter((line) => waitsFor(line, asking));
  const others = waiting.filter((line) => !yours.includes(line));
  return { ...some([...yours, ...others], rows, (line) => line), yours: yours.length };
}
