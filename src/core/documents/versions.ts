/** Three versions of one thing: what both sides began with, and what each made of it. */
export interface Versions<T> {
  readonly base: T;
  readonly ours: T;
  readonly theirs: T;
}

export type Side = 'ours' | 'theirs';

export function eachOf<T, U>({ base, ours, theirs }: Versions<T>, change: (version: T) => U): Versions<U> {
  return { base: change(base), ours: change(ours), theirs: change(theirs) };
}

/** The side that changed it, or either where both made the same of it; null where they differ. */
export function changedSide<T>({ base, ours, theirs }: Versions<T>, isSame: (one: T, other: T) => boolean): Side | null {
  if (isSame(theirs, base) || isSame(ours, theirs)) return 'ours';
  return isSame(ours, base) ? 'theirs' : null;
}
