/** What a waiting handoff hands over was changed since. Blob ids decide: they survive a squash, as commits do not. */
import type { Artifact, Handoff } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { fieldOf } from './field-of.ts';
import { isWaiting } from './handoff-evidence.ts';
import type { HandoffEvidence } from './handoff-evidence.ts';

export function findStaleHandoffs(handoffs: readonly Handoff[], evidence: HandoffEvidence): Problem[] {
  return handoffs.filter(isWaiting).flatMap(({ artifacts, task, place }) => {
    const changed = artifacts.filter((artifact) => hasChanged(artifact, evidence)).map(({ path }) => path);
    return changed.length === 0 ? [] : [problem('handoff-stale', fieldOf(place, 'artifacts'), { task, changed })];
  });
}

function hasChanged({ path, blob }: Artifact, { now, present, objects }: HandoffEvidence): boolean {
  if (blob === null) return false;
  const current = now.get(path);
  const isDeleted = current === undefined && !present.has(path) && objects.has(blob);
  return isDeleted || (current !== undefined && current !== blob);
}
