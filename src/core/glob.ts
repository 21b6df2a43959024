/**
 * Globs of paths: `*` and `?` within a segment, `**` over segments, `[a-z]`, `{a,b}`. A glob also covers all that lies
 * below what it names, so `src/auth` and `src/auth/` mean the folder.
 */

export type Token = { readonly is: 'text'; readonly text: string } | { readonly is: 'one' } | { readonly is: 'run' } | { readonly is: 'class'; readonly holds: (character: string) => boolean };

/** null stands for `**`: any number of segments. */
export type Segment = readonly Token[] | null;

/** The alternatives that braces stand for, each as segments. */
export type Glob = readonly (readonly Segment[])[];

/** Past these a glob is read as one that covers everything, so that no overlap is missed and no time is lost. */
const MOST_ALTERNATIVES = 16;
const LONGEST = 300;
const EVERYTHING: Glob = [[null]];

export function parseGlob(glob: string): Glob {
  if (glob.length > LONGEST) return EVERYTHING;
  const alternatives = expandBraces(glob);
  return alternatives === null ? EVERYTHING : alternatives.map((one) => [...segmentsOf(one).map(segment), null]);
}

/** A name as it stands, or a pattern of names. */
export type Part = string | NamePattern;

export interface NamePattern {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/**
 * What a glob fixes, segment by segment, before its first `**`; one list for each alternative of its braces. As a glob
 * covers all below what it names, two globs meet exactly where what both fix agrees: whatever follows can be appended.
 */
export function headsOf(glob: string): readonly (readonly Part[])[] {
  const alternatives = glob.length > LONGEST ? null : glob.includes('{') ? expandBraces(glob) : [glob];
  return (alternatives ?? ['']).map((one) => {
    const names = segmentsOf(one);
    const end = names.indexOf('**');
    return (end === -1 ? names : names.slice(0, end)).map((name) => (WILDCARD.test(name) ? { text: name, tokens: segment(name) ?? [] } : name));
  });
}

const WILDCARD = /[*?[\\]/;

/** A path as it is: nothing in it is a wildcard. */
export function literalPath(path: string): readonly Segment[] {
  return segmentsOf(path).map((name) => Array.from(name, (text) => ({ is: 'text', text })));
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((name) => name !== '' && name !== '.');
}

function segment(text: string): Segment {
  if (text === '**') return null;
  const tokens: Token[] = [];
  for (let rest = text; rest !== ''; ) {
    const [token, length] = firstToken(rest);
    tokens.push(token);
    rest = rest.slice(length);
  }
  return tokens;
}

function firstToken(text: string): [Token, number] {
  const character = String.fromCodePoint(text.codePointAt(0) ?? 0);
  if (character === '*') return [{ is: 'run' }, (/^\*+/.exec(text)?.[0] ?? '*').length];
  if (character === '?') return [{ is: 'one' }, 1];
  const set = character === '[' ? /^\[([!^]?)(\]?[^\]]*)\]/.exec(text) : null;
  if (set) return [{ is: 'class', holds: classOf(set[2] ?? '', set[1] !== '') }, set[0].length];
  if (character === '\\' && text.length > 1) {
    const escaped = String.fromCodePoint(text.codePointAt(1) ?? 0);
    return [{ is: 'text', text: escaped }, 1 + escaped.length];
  }
  return [{ is: 'text', text: character }, character.length];
}

function classOf(members: string, negated: boolean): (character: string) => boolean {
  const ranges = [...members.matchAll(/(.)-(.)|(.)/gsu)].map(([, from, to, only]) => [from ?? only ?? '', to ?? only ?? ''] as const);
  return (character) => ranges.some(([from, to]) => from <= character && character <= to) !== negated;
}

/** What braces stand for, each written out; null where there are too many. */
export function expandBraces(glob: string): string[] | null {
  const done: string[] = [];
  const open = [glob];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (done.length + open.length >= MOST_ALTERNATIVES) return null;
    const braces = /\{([^{}]*,[^{}]*)\}/.exec(one);
    if (!braces) done.push(one);
    else for (const part of (braces[1] ?? '').split(',')) open.push(one.slice(0, braces.index) + part + one.slice(braces.index + braces[0].length));
  }
  return done;
}
