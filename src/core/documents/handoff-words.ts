/** What somebody says of a handoff, by options, a file or an editor; the rest is filled in from git and the task. */
import type { Artifact } from '../model.ts';
import type { NewHandoff } from './print-handoff.ts';

/** null: not said. */
export interface HandoffWords {
  readonly to: string | null;
  readonly completed: readonly string[] | null;
  readonly ready: readonly string[] | null;
  readonly blockers: readonly string[] | null;
  readonly nextSteps: readonly string[] | null;
  readonly ruledOut: readonly string[] | null;
  readonly artifacts: readonly Pick<Artifact, 'path' | 'description'>[] | null;
  readonly notes: string | null;
}

export const NOTHING_SAID: HandoffWords = { to: null, completed: null, ready: null, blockers: null, nextSteps: null, ruledOut: null, artifacts: null, notes: null };

/** `over` counts where both say something. */
export function saidOver(words: HandoffWords, over: HandoffWords): HandoffWords {
  return {
    to: over.to ?? words.to,
    completed: over.completed ?? words.completed,
    ready: over.ready ?? words.ready,
    blockers: over.blockers ?? words.blockers,
    nextSteps: over.nextSteps ?? words.nextSteps,
    ruledOut: over.ruledOut ?? words.ruledOut,
    artifacts: over.artifacts ?? words.artifacts,
    notes: over.notes ?? words.notes,
  };
}

/** What is said stands in place of what was filled in. Blobs of artifacts that are named are not known here. */
export function withWords(filled: NewHandoff, { to, completed, ready, blockers, nextSteps, ruledOut, artifacts, notes }: HandoffWords): NewHandoff {
  return {
    ...filled,
    to: to ?? filled.to,
    completed: completed ?? filled.completed,
    ready: ready ?? filled.ready,
    blockers: blockers ?? filled.blockers,
    nextSteps: nextSteps ?? filled.nextSteps,
    ruledOut: ruledOut ?? filled.ruledOut,
    artifacts: artifacts?.map(({ path, description }) => ({ path, description, blob: null })) ?? filled.artifacts,
    notes: notes ?? filled.notes,
  };
}

/** All that a handoff says in words: an empty list is said too. */
export function wordsOf({ to, completed, ready, blockers, nextSteps, ruledOut, artifacts, notes }: NewHandoff): HandoffWords {
  return { to, completed, ready, blockers, nextSteps, ruledOut, artifacts, notes };
}
