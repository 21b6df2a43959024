/** Starts agents on tasks that are ready, several at once, until nothing is left that can be started. */
import { beginDispatch, choose, decide, tooMany } from '../core/dispatch/decide.ts';
import type { Busy, Decision, DispatchEffect, DispatchEvent, DispatchState, Waiting } from '../core/dispatch/decide.ts';
import type { Job } from '../core/dispatch/job.ts';
import { budgetsOf, failuresInARow } from '../core/dispatch/limits.ts';
import { done, refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import { findAgent } from './find-agent.ts';
import { findTask } from './find-task.ts';
import { integrationTip } from './integration.ts';
import { candidatesFor } from './jobs/candidates.ts';
import type { Candidates, DispatchScope, Skipped } from './jobs/candidates.ts';
import type { Telling } from './jobs/carrying.ts';
import { notStarted } from './jobs/not-started.ts';
import { readJobs } from './jobs/read-jobs.ts';
import { superviseJobs } from './jobs/supervise-jobs.ts';
import type { JobsUnderWay } from './jobs/supervise-jobs.ts';
import { keepClaim } from './keep-claim.ts';
import { openToWrite } from './open-to-write.ts';
import { openWithClaims } from './open-with-claims.ts';
import type { Ports } from './ports.ts';
import type { View } from './view.ts';

export interface DispatchRequest extends Telling {
  /** As typed. */
  readonly agent: string | null;
  readonly task: string | null;
  /** null: as coord.yaml says. */
  readonly max: number | null;
  readonly watches: boolean;
  readonly dryRun: boolean;
}

export interface DispatchAnswer {
  /** Those that were carried out, in the order in which they ended. */
  readonly jobs: readonly Job[];
  /** With a dry run: what would be started now. */
  readonly wouldStart: readonly { readonly task: string; readonly agent: string }[];
  readonly waiting: readonly Waiting[];
  readonly skipped: readonly Skipped[];
  readonly why: 'idle' | 'stopped' | 'failures' | 'dry-run';
  /** The file that kept agents from being started; null: there is none. */
  readonly stopFile: string | null;
}

/** How often claims are looked after and, while it watches, the plan is looked at. */
const BEAT_SECONDS = 5;

export async function dispatch(ports: Ports, request: DispatchRequest): Promise<Result<DispatchAnswer>> {
  const opened = await openToWrite(ports);
  if (!opened.ok) return opened;
  const scope = scopeOf(opened.value, request);
  if (!scope.ok) return scope;
  const ground = await groundFor(ports, opened.value);
  if (!ground.ok) return ground;
  const max = request.max ?? budgetsOf(opened.value.survey.config).agents;
  const begun = beginDispatch({ max, watches: request.watches });
  const dispatched = await (request.dryRun ? preview(ports, scope.value, begun) : workAlone(ports, request, { scope: scope.value, view: opened.value }, begun));
  return dispatched.ok && isNothing(dispatched.value) ? orWhyNot(ports, scope.value, dispatched) : dispatched;
}

async function workAlone(ports: Ports, request: DispatchRequest, where: Where, begun: DispatchState): Promise<Result<DispatchAnswer>> {
  const working = await ports.dispatching.begin();
  if (!working.ok) return working;
  try {
    return await work(ports, request, where, begun);
  } finally {
    working.value();
  }
}

function isNothing({ jobs, wouldStart, waiting, skipped, stopFile }: DispatchAnswer): boolean {
  return [jobs, wouldStart, waiting, skipped].every((some) => some.length === 0) && stopFile === null;
}

/** Whoever names a task is told why nothing came of it. */
async function orWhyNot(ports: Ports, scope: DispatchScope, answer: Result<DispatchAnswer>): Promise<Result<DispatchAnswer>> {
  const why = await notStarted(ports, scope);
  return why.ok ? answer : why;
}

/** Where all work begins and comes together: without that every job would fail, one after another. */
async function groundFor(ports: Ports, { survey }: View): Promise<Result<string | null>> {
  const { commit } = await ports.git.head();
  return commit === null ? refused('no-first-commit', { verb: 'dispatch' }) : integrationTip(ports, survey.config);
}

function scopeOf(view: View, { agent, task }: DispatchRequest): Result<DispatchScope> {
  const agentId = agent === null ? done(null) : findAgent(view, agent);
  if (!agentId.ok) return agentId;
  const found = task === null ? done(null) : findTask(view, task);
  return found.ok ? done({ agent: agentId.value, task: found.value?.id ?? null }) : found;
}

interface Look extends Candidates {
  readonly event: Extract<DispatchEvent, { kind: 'offered' }>;
  readonly stopFile: string | null;
}

/** `over`: jobs of this dispatcher. What others were quicker with it does not ask for again and again. */
async function look(ports: Ports, scope: DispatchScope, over: readonly Job[]): Promise<Result<Look>> {
  const [opened, { jobs }, stop] = await Promise.all([openWithClaims(ports), readJobs(ports), ports.dispatching.stopFile()]);
  if (!opened.ok) return opened;
  const { view, claims } = opened.value;
  const found = candidatesFor(view, claims, jobs, scope, { folder: ports.location.folder, now: ports.clock.real() });
  const { failures: mostFailures } = budgetsOf(view.survey.config);
  const isGivenUp = ({ task }: { readonly task: string }): boolean => over.some((job) => job.task === task && job.state === 'cancelled' && job.cancelAskedBy === null);
  const candidates = found.candidates.filter((one) => !isGivenUp(one));
  const event = { kind: 'offered', candidates, failures: failuresInARow(jobs), mostFailures, stopAsked: stop.isThere } as const;
  return done({ ...found, event, stopFile: stop.isThere ? stop.path : null });
}

async function preview(ports: Ports, scope: DispatchScope, state: DispatchState): Promise<Result<DispatchAnswer>> {
  const looked = await look(ports, scope, []);
  if (!looked.ok) return looked;
  const { event, skipped, stopFile } = looked.value;
  const { starts, waiting } = choose(state, event.candidates, tooMany(event));
  return done({ jobs: [], wouldStart: stopFile === null ? starts : [], waiting, skipped, why: 'dry-run', stopFile });
}

interface Where {
  readonly scope: DispatchScope;
  readonly view: View;
}

async function work(ports: Ports, request: DispatchRequest, { scope, view }: Where, begun: DispatchState): Promise<Result<DispatchAnswer>> {
  const supervised = superviseJobs(ports, request);
  const endings = [await ports.runner.onInterrupt(() => supervised.happened.put({ kind: 'interrupted' })), await ports.dispatching.every(BEAT_SECONDS, () => supervised.happened.put({ kind: 'beat' }))];
  try {
    const recovered = await supervised.recover();
    // Until it is merged, nobody may begin on the same files.
    const running = recovered.map((job) => busyWith(job, view));
    return await loop({ ports, scope, supervised }, { ...begun, running });
  } finally {
    for (const end of endings) end();
  }
}

interface Loop {
  readonly ports: Ports;
  readonly scope: DispatchScope;
  readonly supervised: JobsUnderWay;
}

async function loop(working: Loop, begun: DispatchState): Promise<Result<DispatchAnswer>> {
  const { ports, scope, supervised } = working;
  let state = begun;
  let seen: Look | null = null;
  let event: DispatchEvent | null = null;
  for (;;) {
    if (seen === null || event === null) {
      const looked = await look(ports, scope, supervised.over);
      if (!looked.ok) return supervised.abandon(looked);
      seen = looked.value;
      event = seen.event;
    }
    const decision: Decision = decide(state, event);
    state = decision.state;
    const finish = carryOutEffects(supervised, decision.effects);
    const { skipped, stopFile } = seen;
    if (finish !== null) return done({ jobs: supervised.over, wouldStart: [], waiting: finish.waiting, skipped, why: finish.why, stopFile });
    const looksAgain = decision.effects.some(({ kind }) => kind === 'look-again');
    const next: Result<DispatchEvent | null> = looksAgain ? done(null) : await nextEvent(working, state.watches);
    if (!next.ok) return supervised.abandon(next);
    event = next.value;
  }
}

/** null: it is time to look at the plan again. */
async function nextEvent(working: Loop, watches: boolean): Promise<Result<DispatchEvent | null>> {
  for (;;) {
    const happened = await working.supervised.happened.take();
    if (happened.kind === 'broken') return { ok: false, refusal: happened.refusal };
    if (happened.kind !== 'beat') return done(happened);
    await keepClaims(working);
    const busy = await takenUp(working);
    if (busy.length > 0) return done({ kind: 'resumed', busy });
    if (watches) return done(null);
  }
}

function busyWith({ task, agent }: Job, view: View): Busy {
  return { task: task ?? '', agent, files: view.task(task ?? '')?.files ?? [] };
}

async function takenUp({ ports, supervised }: Loop): Promise<readonly Busy[]> {
  const jobs = await supervised.takeUp();
  const opened = jobs.length === 0 ? null : await ports.store.open();
  return opened?.ok === true ? jobs.map((job) => busyWith(job, opened.value)) : [];
}

function carryOutEffects(supervised: JobsUnderWay, effects: readonly DispatchEffect[]): Extract<DispatchEffect, { kind: 'finish' }> | null {
  for (const effect of effects) {
    if (effect.kind === 'start') supervised.start(effect.candidate);
    else if (effect.kind === 'stop-running') supervised.stopAll();
    else if (effect.kind === 'finish') return effect;
  }
  return null;
}

/** An agent may take longer than a lease: while it runs, nobody may take its task. */
async function keepClaims({ ports, supervised }: Loop): Promise<void> {
  const opened = await ports.store.open();
  if (!opened.ok) return;
  for (const { task, worktree } of supervised.places()) {
    const there = await ports.at(worktree);
    if (there.ok) await keepClaim(there.value, opened.value, task, null);
  }
}
