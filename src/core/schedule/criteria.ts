/** What a task must fulfil, as one text: its hash in the claim tells whether it was changed since. */
import type { Task } from '../model.ts';

export function criteriaText({ acceptance, verify }: Task): string {
  return JSON.stringify([acceptance, verify]);
}
