/** A handoff names something that is nowhere: not in the work tree, not at the handoff's commit, not among git's objects. */
import type { Handoff } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { fieldOf } from './field-of.ts';
import type { HandoffEvidence } from './handoff-evidence.ts';

export function findMissingArtifacts(handoffs: readonly Handoff[], evidence: HandoffEvidence): Problem[] {
  const { present, now, objects, heldBy, shallow } = evidence;
  return handoffs.flatMap(({ artifacts, head, task, place }) => {
    const isUncertain = shallow && head !== null && !objects.has(head);
    if (isUncertain) return [];
    return artifacts.flatMap(({ path, blob }, index) => {
      const isThere = present.has(path) || now.has(path) || (blob !== null && objects.has(blob)) || (head !== null && (heldBy.get(head)?.has(path) ?? false));
      return isThere ? [] : [problem('artifact-missing', fieldOf(place, 'artifacts', index, 'path'), { path, task })];
    });
  });
}
