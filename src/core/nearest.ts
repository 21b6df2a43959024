/** The names most like a mistyped one, for "did you mean". */

/** At most `limit` candidates, nearest first, ties in alphabetical order; none that differs in more than a third of its letters. */
export function nearestOf(name: string, candidates: Iterable<string>, limit: number): readonly string[] {
  const wanted = name.toLowerCase();
  const bound = Math.max(1, Math.floor(wanted.length / 3));
  const found: { candidate: string; distance: number }[] = [];
  for (const candidate of candidates) {
    const distance = distanceWithin(wanted, candidate.toLowerCase(), bound);
    if (distance !== null) found.push({ candidate, distance });
  }
  found.sort((one, other) => one.distance - other.distance || byText(one.candidate, other.candidate));
  return found.slice(0, limit).map(({ candidate }) => candidate);
}

export function nearest(name: string, candidates: Iterable<string>): string | null {
  return nearestOf(name, candidates, 1)[0] ?? null;
}

function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/**
 * Damerau-Levenshtein distance (neighbours may be swapped), or null past the bound.
 * Only the diagonal band that the bound allows is filled, so long candidates cost little.
 */
export function distanceWithin(one: string, other: string, bound: number): number | null {
  if (Math.abs(one.length - other.length) > bound) return null;
  const beyond = bound + 1;
  let twoUp: number[] = [];
  let up = Array.from({ length: other.length + 1 }, (_, column) => Math.min(column, beyond));
  for (let row = 1; row <= one.length; row++) {
    const line = new Array<number>(other.length + 1).fill(beyond);
    if (row <= bound) line[0] = row;
    for (let column = Math.max(1, row - bound); column <= Math.min(other.length, row + bound); column++) {
      const changed = one[row - 1] === other[column - 1] ? 0 : 1;
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      line[column] = Math.min(
        (up[column - 1] ?? beyond) + changed,
        (up[column] ?? beyond) + 1,
        (line[column - 1] ?? beyond) + 1,
        swapped ? (twoUp[column - 2] ?? beyond) + 1 : beyond,
      );
    }
    twoUp = up;
    up = line;
  }
  const distance = up[other.length] ?? beyond;
  return distance <= bound ? distance : null;
}
