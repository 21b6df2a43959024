/** Whether tasks may touch the same files: globs against globs, and globs against a path. */
import { headsOf, literalPath, parseGlob } from '../glob.ts';
import type { Part, Segment, Token } from '../glob.ts';

export function matches(glob: string, path: string): boolean {
  const literal = literalPath(path);
  return parseGlob(glob).some((alternative) => meet(alternative, literal));
}

/** The path lies in the glob, or something below the path may. */
export function touches(glob: string, path: string): boolean {
  const below = path.split('/').filter((name) => name !== '' && name !== '.');
  return headsOf(glob).some((head) => headsMeet(head, below));
}

/** Some path may lie in both lists. Exact, but that two character classes are always taken to meet. */
export function overlaps(globs: readonly string[], others: readonly string[]): boolean {
  const heads = others.flatMap(headsOf);
  return globs.flatMap(headsOf).some((one) => heads.some((other) => headsMeet(one, other)));
}

function headsMeet(one: readonly Part[], other: readonly Part[]): boolean {
  return one.every((part, at) => at >= other.length || partsMeet(part, other[at] ?? ''));
}

/** Some name may be meant by both. */
export function partsMeet(one: Part, other: Part): boolean {
  if (typeof one === 'string' && typeof other === 'string') return one === other;
  return tokenListsMeet(tokensOf(one), tokensOf(other));
}

function tokensOf(part: Part): readonly Token[] {
  return typeof part === 'string' ? Array.from(part, (text) => ({ is: 'text', text })) : part.tokens;
}

/** Where both hold a run, their middles can follow one another: only what stands before and behind the runs has to agree. */
function tokenListsMeet(one: readonly Token[], other: readonly Token[]): boolean {
  const [left, right] = [one.some(isRun), other.some(isRun)];
  if (left && right) return endsMeet(one, other, (tokens, at) => tokens[at]) && endsMeet(one, other, (tokens, at) => tokens[tokens.length - 1 - at]);
  if (left) return fitsFixed(one, other);
  if (right) return fitsFixed(other, one);
  return one.length === other.length && one.every((token, at) => tokensMeet(token, other[at]));
}

function isRun({ is }: Token): boolean {
  return is === 'run';
}

/** Token by token from either end, until one of them may go on as it likes. */
function endsMeet(one: readonly Token[], other: readonly Token[], nth: (tokens: readonly Token[], at: number) => Token | undefined): boolean {
  for (let at = 0; ; at++) {
    const [left, right] = [nth(one, at), nth(other, at)];
    if (left === undefined || right === undefined || isRun(left) || isRun(right)) return true;
    if (!tokensMeet(left, right)) return false;
  }
}

/** A pattern with runs against tokens that stand for one character each: what stands between two runs is taken as early as it fits. */
function fitsFixed(pattern: readonly Token[], fixed: readonly Token[]): boolean {
  let [at, from] = [0, 0];
  let [afterRun, retry] = [-1, 0];
  while (from < fixed.length) {
    const token = pattern[at];
    if (token?.is === 'run') [afterRun, retry, at] = [at + 1, from, at + 1];
    else if (token !== undefined && tokensMeet(token, fixed[from])) [at, from] = [at + 1, from + 1];
    else if (afterRun === -1) return false;
    else [at, retry, from] = [afterRun, retry + 1, retry + 1];
  }
  return pattern.slice(at).every(isRun);
}

function tokensMeet(one: Token, other: Token | undefined): boolean {
  if (other === undefined) return false;
  if (one.is === 'text') return other.is === 'text' ? one.text === other.text : fits(other, one.text);
  return other.is === 'text' ? fits(one, other.text) : true;
}

function fits(token: Token, character: string): boolean {
  return token.is === 'class' ? token.holds(character) : true;
}

/** Whether a glob takes a path as it is: null stands for any run of names. */
function meet(glob: readonly Segment[], path: readonly Segment[]): boolean {
  // reach[j]: the glob's first i segments can describe the path's first j names.
  let reach = [true, ...path.map(() => false)];
  for (const segment of glob) {
    const next = [(reach[0] ?? false) && segment === null];
    for (const [index, name] of path.entries()) {
      // A run may be empty, or go on over one more name.
      next.push(segment === null ? (reach[index + 1] ?? false) || (next[index] ?? false) : (reach[index] ?? false) && tokenListsMeet(segment, name ?? []));
    }
    reach = next;
  }
  return reach.at(-1) ?? false;
}
