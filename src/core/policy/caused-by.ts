/** Which problems of a staged state are its own: those in files it changes, and those that were not there before. */
import type { Problem } from '../problem/problem.ts';

export interface Split<P> {
  readonly own: readonly P[];
  readonly others: readonly P[];
}

export function causedBy<P extends Problem>(changed: ReadonlySet<string>, staged: readonly P[], base: readonly Problem[]): Split<P> {
  const before = countAlike(base);
  const own: P[] = [];
  const others: P[] = [];
  for (const found of staged) {
    const key = likeness(found);
    const known = before.get(key) ?? 0;
    before.set(key, known - 1);
    (known > 0 && !changed.has(found.place.file) ? others : own).push(found);
  }
  return { own, others };
}

function countAlike(problems: readonly Problem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of problems.map(likeness)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Code, file and facts; where in a file things stand is left out, since every edit above moves it. */
function likeness({ code, place, facts }: Problem): string {
  return `${code} ${place.file} ${JSON.stringify(facts, (key, value: unknown) => (key === 'pointer' || key === 'offset' || key === 'firstLine' ? undefined : value))}`;
}
