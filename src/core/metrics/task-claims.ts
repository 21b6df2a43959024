/** How often each task was claimed, and when that was last known: by what its handoffs keep of the claim, which everybody has, and by its ref. */
import type { Handoff } from '../model.ts';
import type { ClaimRecord } from '../schedule/claim.ts';
import type { Moment } from './measured.ts';

export interface TaskClaim {
  readonly agent: string | null;
  /** Rises by one with each claim. */
  readonly token: number;
  readonly at: number;
}

export interface ClaimOfTask extends Pick<ClaimRecord, 'agent' | 'token' | 'since'> {
  readonly id: string;
}

/** A ref goes when its work is long done, and is on no other machine where claims are not shared: then a handoff alone tells. */
export function taskClaims(refs: readonly ClaimOfTask[], handoffs: readonly { readonly handoff: Handoff; readonly at: Moment | null }[]): readonly TaskClaim[] {
  const last = new Map<string, TaskClaim>();
  const take = (task: string, claim: TaskClaim): void => {
    if (claim.token > (last.get(task)?.token ?? 0)) last.set(task, claim);
  };
  for (const { handoff, at } of handoffs) if (handoff.task !== null && handoff.token !== null && at !== null) take(handoff.task.toLowerCase(), { agent: handoff.from, token: handoff.token, at: at.last });
  for (const { id, agent, token, since } of refs) take(id.toLowerCase(), { agent, token, at: Date.parse(since) });
  return [...last.values()];
}
