/** Each time a task is done it leaves handoffs that say so, under the token of that claim: two tokens, and it was done twice. */
import { groupBy } from '../group-by.ts';
import type { Handoff } from '../model.ts';

/** By task in lower case: the tokens under which it was handed over as done. */
export type DoneTokens = ReadonlyMap<string, ReadonlySet<number>>;

export function doneTokens(handoffs: readonly Handoff[]): DoneTokens {
  const finished = handoffs.flatMap((handoff) => doneBy(handoff) ?? []);
  return new Map([...groupBy(finished, ({ task }) => task, ({ token }) => token)].map(([task, tokens]) => [task, new Set(tokens)]));
}

/** Whether what a handoff calls done was done once more later. */
export function wasDoneAgain(handoff: Handoff, tokens: DoneTokens): boolean {
  const done = doneBy(handoff);
  return done !== null && [...(tokens.get(done.task) ?? [])].some((token) => token > done.token);
}

/** As `coord done` words it: "FIX-001: what was to be done" among what is completed. */
function doneBy({ task, token, completed }: Handoff): { readonly task: string; readonly token: number } | null {
  const id = task?.toLowerCase();
  return id !== undefined && token !== null && completed.some((line) => line.toLowerCase().startsWith(`${id}:`)) ? { task: id, token } : null;
}
