/** The lines of a job's journal, and back. What cannot be read is told of, never taken for something else. */
import { validateJobEvent } from '../schemas/job-validators.js';
import type { JobEvent } from '../schemas/types.ts';

export type { JobEvent } from '../schemas/types.ts';

/** An event without the time, which is put in where it is written. */
export type JobNews = JobEvent extends infer E ? (E extends JobEvent ? Omit<E, 'at'> : never) : never;

export interface ReadJournal {
  readonly events: readonly JobEvent[];
  /** Numbers of lines, from 1, that hold no event. */
  readonly unreadable: readonly number[];
}

/**
 * Ends a line that a crash cut off, so that the next event stands on a line of its own.
 * Nothing was done yet because of such a line: events are on the disk before their effects.
 */
export const TORN = ' #torn';

export function printEvent(event: JobEvent): string {
  return `${JSON.stringify(event)}\n`;
}

/** A last line without its end is one that was cut off. */
export function readJournal(text: string): ReadJournal {
  const lines = text.split('\n');
  const events: JobEvent[] = [];
  const unreadable: number[] = [];
  for (const [index, line] of lines.slice(0, -1).entries()) {
    if (line === '' || line.endsWith(TORN)) continue;
    const event = eventOf(line);
    if (event === null) unreadable.push(index + 1);
    else events.push(event);
  }
  return { events, unreadable };
}

function eventOf(line: string): JobEvent | null {
  try {
    const value: unknown = JSON.parse(line);
    return validateJobEvent(value) ? (value as JobEvent) : null;
  } catch {
    return null;
  }
}
