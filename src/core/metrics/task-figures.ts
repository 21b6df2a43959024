/** Figures of tasks: on time, how long from recorded or begun to done, how many a day. */
import type { DatedTask, Evidence } from './evidence.ts';
import { counted, isIn, measured, secondsBetween, shareOf, spreadOf, unmeasured } from './measured.ts';
import type { Measured, Moment, Period } from './measured.ts';

const DAY = 86_400_000;

/**
 * Of tasks with a deadline that were done in that time, or were due in it and are not done: those done by their deadline.
 * A date alone that leaves open whether it was in time counts as neither.
 */
export function completionOnTime({ tasks }: Evidence, period: Period): Measured {
  let [inTime, all, undecided] = [0, 0, 0];
  for (const { task, due, completed } of tasks) {
    if (due === null || task.status === 'cancelled') continue;
    if (task.status === 'done' && completed === null) undecided += isIn(period, due) ? 1 : 0;
    else if (completed !== null && isIn(period, completed.last)) {
      const isDecided = completed.last <= due || completed.first > due;
      if (isDecided) all++;
      else undecided++;
      if (completed.last <= due) inTime++;
    } else if (isIn(period, due) && (completed === null || completed.last >= period.to)) all++;
  }
  return shareOf(inTime, all, undecided);
}

export function tasksDone({ tasks }: Evidence, period: Period): Measured {
  const undated = tasks.filter(({ task, completed }) => isWorkDone(task) && completed === null).length;
  return counted(doneIn(tasks, period).length, undated);
}

/** A day of that time; of one that begins before anything happened, from there on; at least one day. */
export function throughput({ tasks, begins }: Evidence, period: Period): Measured {
  if (begins === null || begins >= period.to) return unmeasured('none');
  const days = Math.max(1, (period.to - Math.max(period.from, begins)) / DAY);
  return counted(doneIn(tasks, period).length / days);
}

export function leadTime({ tasks }: Evidence, period: Period): Measured {
  return timeToDone(tasks, period, ({ recorded }) => (recorded === null ? null : { first: recorded, last: recorded }));
}

export function cycleTime({ tasks }: Evidence, period: Period): Measured {
  return timeToDone(tasks, period, ({ started }) => started);
}

/** Of tasks done in that time, those that were done more than once. */
export function reopened({ tasks }: Evidence, period: Period): Measured {
  const done = doneIn(tasks, period);
  const again = done.filter((task) => task.reopened > 0).length;
  return measured(again / done.length, done.length);
}

function timeToDone(tasks: readonly DatedTask[], period: Period, begin: (task: DatedTask) => Moment | null): Measured {
  const times = doneIn(tasks, period).map((task) => secondsBetween(begin(task), task.completed));
  const known = times.filter((time) => time !== null);
  return spreadOf(known, times.length - known.length);
}

function doneIn(tasks: readonly DatedTask[], period: Period): readonly DatedTask[] {
  return tasks.filter(({ task, completed }) => isWorkDone(task) && completed !== null && isIn(period, completed.last));
}

/** Gates and milestones are no work. */
function isWorkDone({ kind, status }: DatedTask['task']): boolean {
  return kind === 'task' && status === 'done';
}
