/** Problems with all that is shown around them. Loaded only where there are some: finding a place means reading YAML with care. */
import { placeProblems } from '../../core/documents/place-problems.ts';
import type { Position } from '../../core/documents/position.ts';
import { relatedPlaces } from '../../core/policy/related-places.ts';
import type { RelatedPlace } from '../../core/policy/related-places.ts';
import { byPlace } from '../../core/problem/problem.ts';
import type { PlacedProblem, Problem } from '../../core/problem/problem.ts';
import type { View } from '../view.ts';

/** A problem with what is shown around it. */
export interface Finding {
  readonly problem: PlacedProblem;
  readonly related: readonly (RelatedPlace & { readonly at: Position })[];
  /** The file's text; null where it could not be read. */
  readonly text: string | null;
}

/** By file, then position. `unplaced` are those the view does not know of. */
export async function findingsOf(view: View, problems: readonly PlacedProblem[], unplaced: readonly Problem[]): Promise<Finding[]> {
  const texts = await textsOf(view, unplaced.map(({ place }) => place.file));
  const placed = placeProblems(unplaced, (file) => texts.get(file) ?? null);
  return withSurroundings(view, [...problems, ...placed].sort(byPlace));
}

async function withSurroundings(view: View, ordered: readonly PlacedProblem[]): Promise<Finding[]> {
  const related = ordered.map((found) => relatedPlaces(found));
  const files = [...ordered.map(({ place }) => place.file), ...related.flat().map(({ place }) => place.file)];
  const texts = await textsOf(view, files);
  const textOf = (file: string): string | null => texts.get(file) ?? null;
  return ordered.map((problem, index): Finding => {
    const others = related[index] ?? [];
    const positions = placeProblems(others.map(({ place }) => ({ ...problem, place })), textOf);
    return { problem, text: textOf(problem.place.file), related: others.map((other, at) => ({ ...other, at: positions[at]?.at ?? problem.at })) };
  });
}

async function textsOf(view: View, files: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const texts = new Map<string, string | null>();
  for (const file of files) if (!texts.has(file)) texts.set(file, await view.text(file));
  return texts;
}
