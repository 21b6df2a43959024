/** What is being worked on, as reports tell it: each task once, whether a claim, a file or another branch says so. */
import type { Some, StatusAnswer } from '../../app/overview/status.ts';
import { leaseWords } from '../claims/lease-words.ts';

export interface WorkLine {
  readonly id: string;
  readonly title: string;
  readonly agent: string;
  readonly state: string;
}

export function workLines({ held, unheld, doneElsewhere }: StatusAnswer, now: Date): Some<WorkLine> {
  return {
    total: held.total + unheld.total + doneElsewhere.total,
    rows: [
      ...held.rows.map(({ live: { id, claim, end }, title }) => ({ id, title: title ?? 'no file defines it', agent: claim?.agent ?? '', state: end === null ? 'its claim cannot be read' : leaseWords(end, now) })),
      ...unheld.rows.map(({ id, title, agent }) => ({ id, title, agent: agent ?? '', state: 'held by nobody' })),
      ...doneElsewhere.rows.map(({ live: { id, claim }, title }) => ({ id, title: title ?? '', agent: claim?.agent ?? '', state: claim?.branch ? `done on ${claim.branch}, not merged` : 'done, not merged' })),
    ],
  };
}

/** The parts that the whole falls into: they add up to it. */
export function partsOf({ counts, held, unheld, doneElsewhere, ready }: StatusAnswer): { readonly total: number; readonly working: number; readonly ready: number; readonly waiting: number } {
  const total = counts.todo + counts.in_progress + counts.review + counts.done;
  const open = total - counts.done;
  const working = Math.min(open, Math.max(held.total + unheld.total + doneElsewhere.total, counts.in_progress + counts.review));
  const free = Math.min(ready.total, open - working);
  return { total, working, ready: free, waiting: open - working - free };
}
