/** Feedback speaks of a decision; here, of one that there is no file of. */
import { recordName } from '../documents/record-name.ts';
import type { Workspace } from '../documents/workspace.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { fieldOf } from './field-of.ts';
import { suggestFrom } from './suggest.ts';

export function findUnknownDecisions({ decisions, feedback }: Workspace): Problem[] {
  const names = new Set(decisions.map(({ place }) => recordName(place.file)));
  const suggest = suggestFrom(() => names);
  return feedback.flatMap(({ decision, place }) => {
    if (names.has(recordName(decision))) return [];
    return [problem('unknown-decision', fieldOf(place, 'decision'), { decision, nearest: suggest(recordName(decision)) })];
  });
}
