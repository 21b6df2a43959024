/** Which problems of a staged state are its own: those in files it changes, and those that were not there before. */
import type { PlacedProblem } from '../problem/problem.ts';

export interface Split {
  readonly own: readonly PlacedProblem[];
  readonly others: readonly PlacedProblem[];
}

export function causedBy(changed: ReadonlySet<string>, staged: readonly PlacedProblem[], base: readonly PlacedProblem[]): Split {
  const before = countAlike(base);
  const own: PlacedProblem[] = [];
  const others: PlacedProblem[] = [];
  for (const found of staged) {
    const key = likeness(found);
    const known = before.get(key) ?? 0;
    before.set(key, known - 1);
    (known > 0 && !changed.has(found.place.file) ? others : own).push(found);
  }
  return { own, others };
}

function countAlike(problems: readonly PlacedProblem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of problems.map(likeness)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Code, file and facts; where in a file things stand is left out, since every edit above moves it. */
function likeness({ code, place, facts }: PlacedProblem): string {
  return `${code} ${place.file} ${JSON.stringify(facts, (key, value: unknown) => (key === 'pointer' || key === 'offset' || key === 'firstLine' ? undefined : value))}`;
}
