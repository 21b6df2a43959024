/**
 * What the dispatcher does next. It holds no clock and touches nothing: what happened comes in, what to do goes out.
 *
 *   open ----stop----> draining ----stop again----> stopping
 *     |                   |                            |
 *     +-- offered: start what fits; nothing runs and nothing can be started: finish
 *                         +-- nothing is started any more; nothing runs: finish
 *                                                      +-- what runs is stopped; nothing runs: finish
 */
import { overlaps } from '../policy/overlap.ts';
import type { Priority } from '../model.ts';

/** A task that is ready and free, whose agent can be run. */
export interface Candidate {
  readonly task: string;
  readonly agent: string;
  readonly priority: Priority;
  /** Globs it may touch, as far as other tasks may touch them too. */
  readonly files: readonly string[];
  /** How many of its agent may run at once. */
  readonly atOnce: number;
  /** Why not now, whatever else runs; null: nothing is against it. */
  readonly against: Against | null;
  /** It may start though too many jobs failed. */
  readonly isGranted: boolean;
}

export type Against =
  | { readonly why: 'tried'; readonly job: string; readonly reason: string }
  | { readonly why: 'cost'; readonly of: 'task' | 'agent' | 'day'; readonly spent: number; readonly limit: number };

/** Why a candidate waits. */
export type Wait = Against | { readonly why: 'overlap'; readonly with: string } | { readonly why: 'agent-busy'; readonly agent: string } | { readonly why: 'full'; readonly max: number } | { readonly why: 'failures'; readonly failures: number };

export interface Waiting {
  readonly task: string;
  readonly agent: string;
  readonly wait: Wait;
}

/** Work that is under way. */
export type Busy = Pick<Candidate, 'task' | 'agent' | 'files'>;

export interface DispatchState {
  readonly mode: 'open' | 'draining' | 'stopping';
  /** Goes on when nothing can be started, until it is stopped. */
  readonly watches: boolean;
  readonly max: number;
  readonly running: readonly Busy[];
  /** What could not be started when it was looked last. */
  readonly waiting: readonly Waiting[];
  /** Of tasks that could have been started: how many others were, instead. */
  readonly passedOver: Readonly<Record<string, number>>;
}

export type DispatchEvent =
  | { readonly kind: 'offered'; readonly candidates: readonly Candidate[]; readonly failures: number; readonly mostFailures: number; readonly stopAsked: boolean }
  | { readonly kind: 'ended'; readonly task: string }
  /** Somebody answered jobs that waited for a yes. */
  | { readonly kind: 'resumed'; readonly busy: readonly Busy[] }
  | { readonly kind: 'interrupted' };

export type DispatchEffect =
  | { readonly kind: 'start'; readonly candidate: Candidate }
  | { readonly kind: 'look-again' }
  | { readonly kind: 'stop-running' }
  | { readonly kind: 'finish'; readonly why: 'idle' | 'stopped' | 'failures'; readonly waiting: readonly Waiting[] };

export interface Decision {
  readonly state: DispatchState;
  readonly effects: readonly DispatchEffect[];
}

/** Past so many others a task goes first, and what is on its files waits for it. */
const PATIENCE = 8;

export function beginDispatch(options: Pick<DispatchState, 'max' | 'watches'>): DispatchState {
  return { mode: 'open', running: [], waiting: [], passedOver: {}, ...options };
}

export function decide(state: DispatchState, event: DispatchEvent): Decision {
  switch (event.kind) {
    case 'offered':
      return offered(event.stopAsked && state.mode === 'open' ? { ...state, mode: 'draining' } : state, event);
    case 'ended':
      return { state: { ...state, running: state.running.filter(({ task }) => task !== event.task) }, effects: [{ kind: 'look-again' }] };
    case 'resumed':
      return { state: { ...state, running: [...state.running, ...event.busy] }, effects: [] };
    case 'interrupted':
      return state.mode === 'open' ? { state: { ...state, mode: 'draining' }, effects: [{ kind: 'look-again' }] } : { state: { ...state, mode: 'stopping' }, effects: [{ kind: 'stop-running' }] };
  }
}

function offered(state: DispatchState, { candidates, failures, mostFailures }: Extract<DispatchEvent, { kind: 'offered' }>): Decision {
  if (state.mode !== 'open') return { state, effects: state.running.length > 0 ? [] : [{ kind: 'finish', why: 'stopped', waiting: [] }] };
  const chosen = choose(state, candidates, tooMany({ failures, mostFailures }));
  const running = [...state.running, ...chosen.starts];
  const passedOver = Object.fromEntries(chosen.passed.map((task) => [task, (state.passedOver[task] ?? 0) + chosen.starts.length]));
  const next = { ...state, running, waiting: chosen.waiting, passedOver };
  const starts = chosen.starts.map((candidate) => ({ kind: 'start', candidate }) as const);
  if (running.length > 0 || state.watches) return { state: next, effects: starts };
  const why = chosen.waiting.some(({ wait }) => wait.why === 'failures') ? 'failures' : 'idle';
  return { state: next, effects: [{ kind: 'finish', why, waiting: chosen.waiting }] };
}

export interface Choice {
  readonly starts: readonly Candidate[];
  readonly waiting: readonly Waiting[];
  /** Tasks of those that wait only for others to end. */
  readonly passed: readonly string[];
}

/** How many jobs failed in a row, where nothing more is to be started for that; null: not too many. */
export function tooMany({ failures, mostFailures }: Pick<Extract<DispatchEvent, { kind: 'offered' }>, 'failures' | 'mostFailures'>): number | null {
  return failures >= mostFailures ? failures : null;
}

/** In the order given, but that whoever was passed over too often comes first. `failures`: what `tooMany` answers. */
export function choose(state: DispatchState, candidates: readonly Candidate[], failures: number | null): Choice {
  const isOverdue = ({ task }: Candidate): boolean => (state.passedOver[task] ?? 0) >= PATIENCE;
  const others = candidates.filter(({ task }) => !state.running.some((one) => one.task === task));
  const ordered = [...others.filter(isOverdue), ...others.filter((candidate) => !isOverdue(candidate))];
  const busy: Busy[] = [...state.running];
  const starts: Candidate[] = [];
  const waiting: Waiting[] = [];
  const passed: string[] = [];
  for (const candidate of ordered) {
    const own = failures !== null && !candidate.isGranted ? ({ why: 'failures', failures } as const) : candidate.against;
    const wait = own ?? waitFor(candidate, busy, state.running.length + starts.length >= state.max ? state.max : null);
    if (wait === null) {
      starts.push(candidate);
      busy.push(candidate);
      continue;
    }
    waiting.push({ task: candidate.task, agent: candidate.agent, wait });
    if (own !== null) continue;
    passed.push(candidate.task);
    // Its files are kept free for it: else small tasks one after another would keep it out for ever.
    if (isOverdue(candidate)) busy.push({ ...candidate, agent: '' });
  }
  return { starts, waiting, passed };
}

function waitFor({ agent, files, atOnce }: Candidate, busy: readonly Busy[], max: number | null): Wait | null {
  if (max !== null) return { why: 'full', max };
  if (busy.filter((other) => other.agent === agent).length >= atOnce) return { why: 'agent-busy', agent };
  const near = files.length === 0 ? undefined : busy.find((other) => other.files.length > 0 && overlaps(files, other.files));
  return near === undefined ? null : { why: 'overlap', with: near.task };
}
