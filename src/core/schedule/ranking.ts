/** The order in which ready tasks are offered: a total order, so the same files always give the same answer. */
import { instantOf } from '../dates.ts';
import { PRIORITIES } from '../model.ts';
import type { Task } from '../model.ts';

export interface Ranked {
  readonly task: Task;
  /** Minutes of the longest chain of open work that waits for it. */
  readonly tail: number;
  /** Milliseconds since 1970; infinite without a deadline. */
  readonly due: number;
}

/** Priority, then what it unblocks on the longest chain, then deadline, then id. */
export function byRank(one: Ranked, other: Ranked): number {
  return (
    PRIORITIES.indexOf(one.task.priority) - PRIORITIES.indexOf(other.task.priority) ||
    other.tail - one.tail ||
    (one.due === other.due ? 0 : one.due - other.due) ||
    compareIds(one.task.id, other.task.id)
  );
}

/** Milliseconds since 1970; tasks without a deadline come last. */
export function dueOf(task: Task, timeZone: string): number {
  return (task.deadline === null ? null : instantOf(task.deadline, timeZone)) ?? Number.POSITIVE_INFINITY;
}

/** Ignoring case first, as ids are compared; then by code units, so that no two ids are equal. */
export function compareIds(one: string, other: string): number {
  const [left, right] = [one.toLowerCase(), other.toLowerCase()];
  if (left !== right) return left < right ? -1 : 1;
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
