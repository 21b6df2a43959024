import type { Standing } from '../../core/watch/standing.ts';
import { takeStanding } from '../../core/watch/take-standing.ts';
import type { View } from '../view.ts';

export interface Moment {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly commit: string | null;
  readonly claims: Standing['claims'];
}

export function standingOf(view: View, { at, commit, claims }: Moment, before: Standing | null): Standing {
  return takeStanding({ at, commit, claims, workspace: view.workspace(), graph: view.graph(), problems: view.problems, blobs: view.blobs() }, before);
}
