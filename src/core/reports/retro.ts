/** A look back at some time: what was done, what stood in the way, how estimates held, and what follows from it. */
import type { DatedTask, Evidence } from '../metrics/evidence.ts';
import { isIn } from '../metrics/measured.ts';
import type { Period } from '../metrics/measured.ts';
import type { Agent, Task } from '../model.ts';
import { metBlockers } from './met-blockers.ts';
import type { MetBlocker } from './met-blockers.ts';
import { changesFrom } from './retro-changes.ts';
import type { Change } from './retro-changes.ts';
import { workTimes } from './work-times.ts';
import type { WorkTime } from './work-times.ts';

export interface Retro {
  readonly period: Period;
  /** Tasks, earliest first. */
  readonly done: readonly Task[];
  /** Gates and milestones that were reached. */
  readonly reached: readonly Task[];
  /** Due in that time, and not done by its end. */
  readonly late: readonly Task[];
  /** Done, nobody knows when: they may be of that time. */
  readonly undated: number;
  /** Raised in that time, or open in it; the longest first. */
  readonly blockers: readonly MetBlocker[];
  /** Of those done; furthest from its estimate first. */
  readonly estimates: readonly WorkTime[];
  readonly changes: readonly Change[];
}

export function retro(evidence: Evidence, period: Period, { agents, timeZone }: { readonly agents: readonly Agent[]; readonly timeZone: string }): Retro {
  const dated = evidence.tasks.filter(({ completed }) => completed !== null && isIn(period, completed.last));
  const finished = dated.sort((one, other) => (one.completed?.last ?? 0) - (other.completed?.last ?? 0));
  const work = finished.filter(({ task }) => task.kind === 'task');
  const late = evidence.tasks.filter((task) => isLateIn(task, period));
  const blockers = metBlockers(evidence.blockers, period);
  const estimates = [...workTimes(work, agents, timeZone)].sort((one, other) => Math.abs(Math.log(other.factor)) - Math.abs(Math.log(one.factor)));
  return {
    period,
    done: work.map(({ task }) => task),
    reached: finished.flatMap(({ task }) => (task.kind === 'task' ? [] : [task])),
    late: late.map(({ task }) => task),
    undated: evidence.tasks.filter(({ task, completed }) => task.status === 'done' && completed === null).length,
    blockers,
    estimates,
    changes: changesFrom({ evidence, period, work, late, blockers, estimates }),
  };
}

function isLateIn({ task, due, completed }: DatedTask, period: Period): boolean {
  if (due === null || !isIn(period, due) || task.status === 'cancelled') return false;
  return completed === null ? task.status !== 'done' : completed.first > due && completed.last >= period.to;
}
