/** The fence: work that was finished under a claim which somebody else had taken over by then. Files cannot tell; the claim's ref can. */
import { fieldOf } from '../policy/field-of.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import type { MergeSubject } from './merge-trees.ts';

export function findStaleHolders({ merged, records, claims }: MergeSubject): Problem[] {
  return claims.flatMap(({ id, claim }) => {
    const key = id.toLowerCase();
    const task = records.merged.get(key)?.task;
    const wasDone = records.bases.some((base) => base.get(key)?.task?.status === 'done');
    if (claim === null || task?.status !== 'done' || wasDone) return [];
    const latest = merged.workspace.handoffs
      .flatMap((handoff) => (handoff.task?.toLowerCase() === key && handoff.token !== null ? [{ token: handoff.token, place: handoff.place }] : []))
      .sort((one, other) => other.token - one.token)[0];
    if (latest === undefined || latest.token >= claim.token) return [];
    return [problem('stale-holder', fieldOf(latest.place, 'token'), { id: task.id, token: latest.token, current: claim.token, holder: claim.agent, state: claim.state })];
  });
}
