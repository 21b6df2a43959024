/** Whether tasks may touch the same files: globs against globs, and globs against a path. */
import { literalPath, parseGlob } from '../glob.ts';
import type { Segment, Token } from '../glob.ts';

export function matches(glob: string, path: string): boolean {
  const literal = literalPath(path);
  return parseGlob(glob).some((alternative) => meet(alternative, literal, segmentsMeet));
}

/** The path lies in the glob, or something below the path may. */
export function touches(glob: string, path: string): boolean {
  const below = [...literalPath(path), null];
  return parseGlob(glob).some((alternative) => meet(alternative, below, segmentsMeet));
}

/** Some path may lie in both lists. Exact, but that two character classes are always taken to meet. */
export function overlaps(globs: readonly string[], others: readonly string[]): boolean {
  return globs.some((glob) => others.some((other) => globsOverlap(glob, other)));
}

function globsOverlap(glob: string, other: string): boolean {
  const alternatives = parseGlob(other);
  return parseGlob(glob).some((one) => alternatives.some((another) => meet(one, another, segmentsMeet)));
}

function segmentsMeet(one: Segment, other: Segment): boolean {
  if (one === null || other === null) return true;
  const wrap = (tokens: readonly Token[]): readonly (Token | null)[] => tokens.map((token) => (token.is === 'run' ? null : token));
  return meet(wrap(one), wrap(other), tokensMeet);
}

function tokensMeet(one: Token | null, other: Token | null): boolean {
  if (one === null || other === null) return true;
  if (one.is === 'text') return other.is === 'text' ? one.text === other.text : fits(other, one.text);
  return other.is === 'text' ? fits(one, other.text) : true;
}

function fits(token: Token, character: string): boolean {
  return token.is === 'class' ? token.holds(character) : true;
}

/** Whether one sequence can satisfy both patterns, where null stands for any run of items, and `agree` tells of two items. */
function meet<T>(one: readonly (T | null)[], other: readonly (T | null)[], agree: (left: T | null, right: T | null) => boolean): boolean {
  // reach[j]: the first i items of `one` and the first j of `other` can describe the same sequence.
  let reach = other.reduce<boolean[]>((line, item) => [...line, (line.at(-1) ?? false) && item === null], [true]);
  for (const item of one) {
    const next = [(reach[0] ?? false) && item === null];
    for (const [index, against] of other.entries()) {
      // A run may be empty, or go on over one more item of the other side.
      const isRun = item === null || against === null;
      next.push((isRun && ((reach[index + 1] ?? false) || (next[index] ?? false))) || ((reach[index] ?? false) && agree(item, against)));
    }
    reach = next;
  }
  return reach.at(-1) ?? false;
}
