/** A waiting handoff names a commit that is not here: a squash or a branch never fetched. Shallow clones cannot tell. */
import type { Handoff } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { fieldOf } from './field-of.ts';
import { commitsOf, isWaiting } from './handoff-evidence.ts';
import type { HandoffEvidence } from './handoff-evidence.ts';

export function findUnknownCommits(handoffs: readonly Handoff[], { objects, shallow }: HandoffEvidence): Problem[] {
  if (shallow) return [];
  return handoffs.filter(isWaiting).flatMap((handoff) =>
    commitsOf(handoff)
      .filter(({ commit }) => !objects.has(commit))
      .map(({ field, commit }) => problem('commit-unknown', fieldOf(handoff.place, field), { commit })),
  );
}
