/** Looks, decides, starts, and waits for what happens, until nothing is left that can be started. */
import { decide } from '../../core/dispatch/decide.ts';
import type { Busy, Decision, DispatchEffect, DispatchEvent, DispatchState, Waiting } from '../../core/dispatch/decide.ts';
import type { Job } from '../../core/dispatch/job.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { keepClaim } from '../claims/keep-claim.ts';
import type { Ports } from '../ports.ts';
import { shareClaims } from '../claims/share-claims.ts';
import type { View } from '../view.ts';
import type { DispatchScope, Skipped } from './candidates.ts';
import type { Telling } from './carrying.ts';
import { inWorktree } from './in-worktree.ts';
import { look } from './look.ts';
import type { Look } from './look.ts';
import { superviseJobs } from './supervise-jobs.ts';
import type { JobsUnderWay, Seen } from './supervise-jobs.ts';

/** How often claims are looked after and, while it watches, the plan is looked at. */
const BEAT_SECONDS = 5;

export interface Worked {
  /** Those that were carried out, in the order in which they ended. */
  readonly jobs: readonly Job[];
  readonly waiting: readonly Waiting[];
  readonly skipped: readonly Skipped[];
  readonly why: 'idle' | 'stopped' | 'failures';
  /** The file that kept agents from being started; null: there is none. */
  readonly stopFile: string | null;
}

export interface LookingOn extends Telling {
  /** What is decided, each time that something is; not there: nobody looks on. */
  readonly show?: (state: DispatchState) => void;
}

export interface Beginning {
  readonly scope: DispatchScope;
  readonly view: View;
  readonly state: DispatchState;
}

/** Goes on with what another coord left, too. */
export async function dispatchLoop(ports: Ports, telling: LookingOn, { scope, view, state }: Beginning): Promise<Result<Worked>> {
  const supervised = superviseJobs(ports, telling);
  const endings = [await ports.runner.onInterrupt(() => supervised.happened.put({ kind: 'interrupted' })), await ports.dispatching.every(BEAT_SECONDS, () => supervised.happened.put({ kind: 'beat' }))];
  try {
    const recovered = await supervised.recover();
    // Until it is merged, nobody may begin on the same files.
    const running = recovered.map((job) => busyWith(job, view));
    return await loop({ ports, scope, view, supervised, show: telling.show }, { ...state, running });
  } finally {
    for (const end of endings) end();
  }
}

interface Loop {
  readonly ports: Ports;
  /** As it was when all this began. */
  readonly view: View;
  readonly scope: DispatchScope;
  readonly supervised: JobsUnderWay;
  readonly show: LookingOn['show'];
}

async function loop(working: Loop, begun: DispatchState): Promise<Result<Worked>> {
  const { ports, scope, view, supervised, show } = working;
  let state = begun;
  let seen: Look | null = null;
  let event: DispatchEvent | null = null;
  for (;;) {
    if (seen === null || event === null) {
      // Nothing is begun on files that somebody in another clone is at; without an answer, what was seen last counts.
      await shareClaims(ports, view).claims.refresh(null);
      const looked = await look(ports, scope, supervised.over);
      if (!looked.ok) return supervised.abandon(looked);
      seen = looked.value;
      event = seen.event;
    }
    const decision: Decision = decide(state, event);
    state = decision.state;
    show?.(state);
    const finish = carryOutEffects(supervised, decision.effects, seen);
    const { skipped, stopFile, broken } = seen;
    if (finish !== null && broken !== null) return { ok: false, refusal: broken };
    if (finish !== null) return done({ jobs: supervised.over, waiting: finish.waiting, skipped, why: finish.why, stopFile });
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

function carryOutEffects(supervised: JobsUnderWay, effects: readonly DispatchEffect[], seen: Seen): Extract<DispatchEffect, { kind: 'finish' }> | null {
  for (const effect of effects) {
    if (effect.kind === 'start') supervised.start(effect.candidate, seen);
    else if (effect.kind === 'stop-running') supervised.stopAll();
    else if (effect.kind === 'finish') return effect;
  }
  return null;
}

/** An agent may take longer than a lease: while it runs, nobody may take its task. */
async function keepClaims({ ports, supervised }: Loop): Promise<void> {
  const opened = await ports.store.open();
  if (!opened.ok) return;
  for (const { id, task, worktree } of supervised.places()) {
    const there = await inWorktree(ports, { id }, worktree);
    if (there.ok) await keepClaim(there.value, opened.value, task, null);
  }
}
