/** How handoffs stand against git and the work tree now. Worked out each time, never stored. */
import type { Handoff } from '../../core/model.ts';
import { checkHandoffs } from '../../core/policy/check-workspace.ts';
import { gatherEvidence } from './handoff-evidence.ts';
import type { Ports } from '../ports.ts';

export interface HandoffStanding {
  readonly handoff: Handoff;
  /** Artifacts that are nowhere. */
  readonly missing: readonly string[];
  /** Artifacts that were changed since; of those that nobody has taken over yet. */
  readonly changed: readonly string[];
  /** Commits it names that this repository does not hold; likewise. */
  readonly unknown: readonly string[];
}

export async function standingsOf(ports: Pick<Ports, 'git' | 'files'>, handoffs: readonly Handoff[]): Promise<readonly HandoffStanding[]> {
  if (handoffs.length === 0) return [];
  const problems = checkHandoffs(handoffs, await gatherEvidence(ports, handoffs));
  return handoffs.map((handoff) => {
    const own = problems.filter(({ place }) => place.file === handoff.place.file);
    return {
      handoff,
      missing: own.flatMap((found) => (found.code === 'artifact-missing' ? [found.facts.path] : [])),
      changed: own.flatMap((found) => (found.code === 'handoff-stale' ? found.facts.changed : [])),
      unknown: own.flatMap((found) => (found.code === 'commit-unknown' ? [found.facts.commit] : [])),
    };
  });
}
