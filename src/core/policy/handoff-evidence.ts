/** What git and the work tree say about the artifacts and commits that handoffs name, gathered before they are judged. */
import type { Handoff } from '../model.ts';

export interface HandoffEvidence {
  /** History was cut off: what is not known may well exist. */
  readonly shallow: boolean;
  /** Commits and blobs that this repository holds. */
  readonly objects: ReadonlySet<string>;
  /** Blob id of each artifact's path as committed now. */
  readonly now: ReadonlyMap<string, string>;
  /** Paths that stand in the work tree, committed or not. */
  readonly present: ReadonlySet<string>;
  /** For paths that are gone: commits (as handoffs name them) that still hold them. */
  readonly heldBy: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Acknowledged handoffs are history: the work has gone on since. */
export function isWaiting(handoff: Handoff): boolean {
  return handoff.acknowledged === null;
}

export function commitsOf({ head, base }: Handoff): readonly { readonly field: 'head' | 'base'; readonly commit: string }[] {
  const named = [{ field: 'head', commit: head }, { field: 'base', commit: base }] as const;
  return named.flatMap(({ field, commit }) => (commit === null ? [] : [{ field, commit }]));
}
