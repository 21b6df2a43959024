/** What a look back says should change: a rule for each, from records alone. Nothing is said where there is little to go by. */
import type { DatedTask, Evidence } from '../metrics/evidence.ts';
import { isIn } from '../metrics/measured.ts';
import type { Period } from '../metrics/measured.ts';
import { groupBy } from '../group-by.ts';
import { quantile } from '../quantile.ts';
import type { MetBlocker } from './met-blockers.ts';
import type { WorkTime } from './work-times.ts';

export type Change =
  /** Most of the time that blockers took was spent on waiting for one. */
  | { readonly change: 'long-waits'; readonly on: string; readonly blockers: number; readonly seconds: number }
  | { readonly change: 'done-again'; readonly tasks: readonly string[] }
  /** Half of an agent's tasks took at least `factor` times their estimates, or at most. */
  | { readonly change: 'estimates-off'; readonly agent: string | null; readonly tasks: number; readonly factor: number }
  | { readonly change: 'deadlines-missed'; readonly tasks: readonly string[] }
  | { readonly change: 'unproven'; readonly tasks: readonly string[] }
  | { readonly change: 'jobs-fail'; readonly reason: string; readonly jobs: number; readonly of: number }
  | { readonly change: 'handoffs-wait'; readonly to: string; readonly handoffs: number };

export interface LookBack {
  readonly evidence: Evidence;
  readonly period: Period;
  readonly work: readonly DatedTask[];
  readonly late: readonly DatedTask[];
  readonly blockers: readonly MetBlocker[];
  readonly estimates: readonly WorkTime[];
}

export function changesFrom(back: LookBack): readonly Change[] {
  return [longWaits, doneAgain, deadlinesMissed, estimatesOff, jobsFail, unproven, handoffsWait].flatMap((rule) => rule(back));
}

const HOUR = 3600;

function longWaits({ blockers }: LookBack): readonly Change[] {
  const known = blockers.flatMap(({ blocker, seconds }) => (seconds === null || blocker.waitsOn === null ? [] : [{ on: blocker.waitsOn, seconds }]));
  const sums = [...groupBy(known, ({ on }) => on, ({ seconds }) => seconds)].map(([on, all]) => ({ on, blockers: all.length, seconds: all.reduce((sum, one) => sum + one, 0) }));
  const total = sums.reduce((sum, { seconds }) => sum + seconds, 0);
  const [longest] = sums.sort((one, other) => other.seconds - one.seconds);
  return longest === undefined || longest.seconds < 4 * HOUR || longest.seconds < total / 2 ? [] : [{ change: 'long-waits', ...longest }];
}

function doneAgain({ work }: LookBack): readonly Change[] {
  const tasks = work.filter(({ reopened }) => reopened > 0).map(({ task }) => task.id);
  return tasks.length === 0 ? [] : [{ change: 'done-again', tasks }];
}

function deadlinesMissed({ work, late }: LookBack): readonly Change[] {
  const after = work.filter(({ due, completed }) => due !== null && completed !== null && completed.first > due);
  const tasks = [...after, ...late].map(({ task }) => task.id);
  return tasks.length === 0 ? [] : [{ change: 'deadlines-missed', tasks }];
}

const OFF = 1.5;

/** One task says nothing of an agent's estimates. */
function estimatesOff({ estimates }: LookBack): readonly Change[] {
  return [...groupBy(estimates, ({ task }) => task.agent, ({ factor }) => factor)].flatMap(([agent, factors]): readonly Change[] => {
    const factor = quantile([...factors].sort((one, other) => one - other), 0.5);
    return factors.length < 2 || (factor < OFF && factor > 1 / OFF) ? [] : [{ change: 'estimates-off', agent, tasks: factors.length, factor }];
  });
}

function jobsFail({ evidence: { jobs }, period }: LookBack): readonly Change[] {
  const ended = jobs.filter((job) => job.ended !== null && isIn(period, Date.parse(job.ended)) && job.state !== 'cancelled');
  const reasons = [...groupBy(ended.filter(({ state }) => state !== 'success'), ({ error }) => error?.reason ?? 'unknown', ({ id }) => id)];
  const [most] = reasons.sort(([, one], [, other]) => other.length - one.length);
  return most === undefined || most[1].length < 2 ? [] : [{ change: 'jobs-fail', reason: most[0], jobs: most[1].length, of: ended.length }];
}

function unproven({ work }: LookBack): readonly Change[] {
  const tasks = work.filter(({ task }) => task.proof === null || task.proof.verified.length === 0).map(({ task }) => task.id);
  return tasks.length === 0 ? [] : [{ change: 'unproven', tasks }];
}

function handoffsWait({ evidence: { handoffs }, period }: LookBack): readonly Change[] {
  const waiting = handoffs.flatMap(({ handoff, at }) => (handoff.to !== null && handoff.acknowledged === null && at !== null && isIn(period, at.last) ? [handoff.to] : []));
  return [...groupBy(waiting, (to) => to, (to) => to)].flatMap(([to, all]): readonly Change[] => (all.length < 2 ? [] : [{ change: 'handoffs-wait', to, handoffs: all.length }]));
}
