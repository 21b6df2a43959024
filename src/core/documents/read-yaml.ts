/**
 * YAML text to plain values, bounded. Two readers share the work (decision "a reader of our own for simple YAML"): ours
 * reads what coord prints and people mostly write, some thirty times faster; yaml reads all else, with positions.
 */
import { isMap, isScalar, visit } from 'yaml';
import type { Document, YAMLMap } from 'yaml';
import type { Place } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { composeYaml } from './compose-yaml.ts';
import { MAX_ALIASES, MAX_DEPTH, MAX_MARKS, MAX_SYNTAX_PROBLEMS } from './limits.ts';
import { readSimpleYaml } from './read-simple-yaml.ts';
import { syntaxReason } from './syntax-reason.ts';

export interface YamlReading {
  /** undefined where the text is no YAML at all. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

/** `offset` is where the YAML begins in its file, for front matter. */
export function readYaml(text: string, file: string, offset = 0): YamlReading {
  const simple = readSimpleYaml(text);
  if (simple !== undefined) return { value: simple, problems: [] };
  const { value, problems } = parseCarefully(text, { file, offset });
  return { value, problems };
}

/** Records are kept as JSON, so a reading is what comes back from it. Fails for what holds itself by an alias. */
function asPlainData(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

export interface CarefulParse extends YamlReading {
  readonly document: Document.Parsed | null;
}

/** With positions. All that is wrong is collected; a value is given only when the text is one clean document. */
export function parseCarefully(text: string, at: { readonly file: string; readonly offset: number }): CarefulParse {
  const place = (start: number, end: number): Place => ({ file: at.file, offset: at.offset + start, length: Math.max(1, end - start) });
  const nothing = (problems: readonly Problem[]): CarefulParse => ({ document: null, value: undefined, problems });
  const mark = markTooMany(text);
  if (mark !== null) return nothing([problem('alias-bomb', place(mark, mark + 1), { limit: MAX_MARKS })]);
  const composed = composeYaml(text);
  if ('tooDeep' in composed) return nothing([problem('too-deep', place(composed.tooDeep, composed.tooDeep + 1), { limit: MAX_DEPTH })]);
  const syntax = syntaxProblems(composed, place);
  if (syntax.length > 0) return nothing(syntax);
  const [document] = composed.documents;
  if (document === undefined) return { document: null, value: null, problems: [] };
  const duplicates = duplicateKeys(document, text, place);
  if (duplicates.length > 0) return nothing(duplicates);
  try {
    return { document, value: asPlainData(document.toJS({ maxAliasCount: MAX_ALIASES })), problems: [] };
  } catch {
    return nothing([problem('alias-bomb', firstAlias(document, place), { limit: MAX_ALIASES })]);
  }
}

type PlaceOf = (start: number, end: number) => Place;

function syntaxProblems({ documents, errors }: { readonly documents: readonly Document.Parsed[]; readonly errors: readonly { readonly pos: readonly [number, number]; readonly message: string }[] }, place: PlaceOf): Problem[] {
  const second = documents[1]?.range[0];
  if (errors.length === 0 && second !== undefined) return [problem('yaml-syntax', place(second, second + 1), { reason: 'a second document begins here; a file holds one' })];
  return errors.slice(0, MAX_SYNTAX_PROBLEMS).map(({ pos, message }) => problem('yaml-syntax', place(pos[0], pos[1]), { reason: syntaxReason(message) }));
}

/** Offset of the first anchor, alias or tag beyond the bound, or null. */
function markTooMany(text: string): number | null {
  let count = 0;
  for (const found of text.matchAll(/(?:^|[\s,[{])[&*!]/g)) {
    if (++count > MAX_MARKS) return found.index;
  }
  return null;
}

function duplicateKeys(document: Document.Parsed, text: string, place: PlaceOf): Problem[] {
  const found: Problem[] = [];
  visit(document, {
    Map(_, map) {
      for (const repeated of repeatedKeys(map, text, place)) found.push(repeated);
    },
  });
  return found;
}

function repeatedKeys(map: YAMLMap, text: string, place: PlaceOf): Problem[] {
  if (!isMap(map)) return [];
  const seen = new Map<string, number>();
  const found: Problem[] = [];
  for (const { key } of map.items) {
    if (!isScalar(key) || !key.range) continue;
    const name = String(key.value);
    const [start, end] = key.range;
    const first = seen.get(name);
    if (first === undefined) seen.set(name, start);
    else if (name !== '<<') found.push(problem('duplicate-key', place(start, end), { key: name, firstLine: lineOf(text, first) }));
  }
  return found;
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i !== -1 && i < offset; i = text.indexOf('\n', i + 1)) line++;
  return line;
}

function firstAlias(document: Document.Parsed, place: PlaceOf): Place {
  let found = place(0, 1);
  visit(document, {
    Alias(_, alias) {
      if (alias.range) found = place(alias.range[0], alias.range[1]);
      return visit.BREAK;
    },
  });
  return found;
}
