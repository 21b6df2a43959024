/** Does what a sync has planned: all pushes in one go, then our own refs. */
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { SyncStep } from '../../core/schedule/plan-sync.ts';
import type { SharedPorts } from './shared-claims.ts';

/** Ids of tasks. */
export interface StepsTaken {
  readonly published: readonly string[];
  readonly restored: readonly string[];
  readonly dropped: readonly string[];
  /** Others changed these at the same moment: the next sync sees to them. */
  readonly overtaken: readonly string[];
  readonly refused: { readonly ids: readonly string[]; readonly reason: string } | null;
}

export async function takeSteps({ remotes, claims }: SharedPorts, remote: string, steps: readonly SyncStep[]): Promise<Result<StepsTaken>> {
  const [pushed, here] = [steps.filter(isForRemote), steps.filter((step) => !isForRemote(step))];
  const outcomes = await remotes.push(remote, pushed);
  const taken = pushed.map((step, at) => ({ step, outcome: outcomes[at] }));
  for (const { step, outcome } of taken) {
    if (outcome?.kind === 'unclear') return refused('remote-unclear', { id: step.id, remote, reason: outcome.reason });
  }
  for (const { id, local, next } of here) await claims.follow(id, local, next);
  const idsOf = (outcome: string, kind?: SyncStep['kind']): string[] => taken.filter((one) => one.outcome?.kind === outcome && (kind === undefined || one.step.kind === kind)).map(({ step }) => step.id);
  const reason = outcomes.find((outcome) => outcome.kind === 'refused')?.reason;
  return done({
    published: idsOf('accepted', 'publish'),
    restored: idsOf('accepted', 'restore'),
    dropped: [...idsOf('accepted', 'drop'), ...here.filter(({ next }) => next === null).map(({ id }) => id)].sort(),
    overtaken: idsOf('stale'),
    refused: reason === undefined ? null : { ids: idsOf('refused'), reason },
  });
}

/** What the remote has as it should be concerns only our own ref. */
function isForRemote({ kind, seen, next }: SyncStep): boolean {
  return kind !== 'adopt' && !(seen === null && next === null);
}
