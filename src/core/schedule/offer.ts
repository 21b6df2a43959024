/** Of the tasks that files let start, those that nobody works on or near. */
import type { ReadyTask } from '../survey.ts';

/** What a claim says of a task that nobody else may start now. */
export type Taken =
  | { readonly why: 'held'; readonly id: string; readonly by: string }
  | { readonly why: 'expired'; readonly id: string; readonly by: string }
  | { readonly why: 'done-elsewhere'; readonly by: string; readonly branch: string | null }
  | { readonly why: 'unreadable-claim' };

/** Why a ready task is not offered. */
export type Withheld =
  | Taken
  /** Done, but its branch is gone; `isKept`: its commit is not. */
  | { readonly why: 'done-but-lost'; readonly id: string; readonly agent: string; readonly branch: string | null; readonly head: string | null; readonly isKept: boolean }
  | { readonly why: 'overlap'; readonly with: string; readonly files: string }
  | { readonly why: 'started' };

export interface Offer {
  /** In the order of `ready`. */
  readonly free: readonly ReadyTask[];
  readonly withheld: readonly { readonly task: ReadyTask; readonly because: Withheld }[];
}

export interface Surroundings {
  /** What a task's claim says; null where it is free to take. */
  readonly taken: (id: string) => Taken | null;
  /** A task in progress that may touch the same files. */
  readonly overlap: (task: ReadyTask) => { readonly with: string; readonly files: string } | null;
  /** Offer tasks that were started and are held by nobody. */
  readonly resume: boolean;
}

export function offer(ready: readonly ReadyTask[], surroundings: Surroundings): Offer {
  const free: ReadyTask[] = [];
  const withheld: { task: ReadyTask; because: Withheld }[] = [];
  for (const task of ready) {
    const because = reasonAgainst(task, surroundings);
    if (because === null) free.push(task);
    else withheld.push({ task, because });
  }
  return { free, withheld };
}

function reasonAgainst(task: ReadyTask, { taken, overlap, resume }: Surroundings): Withheld | null {
  const claim = taken(task.id);
  if (claim !== null) return claim;
  const near = overlap(task);
  if (near !== null) return { why: 'overlap', ...near };
  return task.started && !resume ? { why: 'started' } : null;
}
