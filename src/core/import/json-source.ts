/** JSON as other tools keep it, with the line on which each object begins. */
import { isRecord } from '../documents/with-value.ts';
import type { SourceText } from './draft.ts';

export interface JsonRecord {
  readonly value: Readonly<Record<string, unknown>>;
  readonly line: number;
}

export interface JsonSource {
  readonly value: unknown;
  /** Blocks in blocks. */
  readonly depth: number;
  /** No key stands twice in a record: of such, all but the last are lost. */
  readonly isWhole: boolean;
  /** Where an object begins; null where it cannot be told. */
  readonly lineOf: (value: unknown) => number | null;
}

/** Or why it is none. */
export function readJson({ text }: SourceText): JsonSource | { readonly reason: string; readonly line: number } {
  const source = text.replace(/^\uFEFF/, '');
  try {
    const value: unknown = JSON.parse(source);
    const { lines, keys, depth } = signsIn(source);
    const objects = objectsOf(value);
    const byObject = new Map(objects.length === lines.length ? objects.map((object, at) => [object, lines[at] ?? 1]) : []);
    const isWhole = objects.reduce((sum, object) => sum + Object.keys(object).length, 0) === keys;
    return { value, depth, isWhole, lineOf: (object) => byObject.get(object as object) ?? null };
  } catch (error) {
    return { reason: 'it is no JSON', line: lineOfFault(source, error) };
  }
}

/** One object a line; lines that are none are told by their numbers. */
export function readJsonLines({ text }: SourceText): { readonly records: readonly JsonRecord[]; readonly broken: readonly number[] } {
  const records: JsonRecord[] = [];
  const broken: number[] = [];
  text.replace(/^\uFEFF/, '').split(/\r?\n/).forEach((written, index) => {
    if (written.trim() === '') return;
    const value = parsed(written);
    if (isRecord(value)) records.push({ value, line: index + 1 });
    else broken.push(index + 1);
  });
  return { records, broken };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** All objects that are no lists, in the order in which they open. */
export function objectsOf(value: unknown): object[] {
  const found: object[] = [];
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (!Array.isArray(next)) found.push(next);
    for (const item of Object.values(next).reverse()) open.push(item);
  }
  return found;
}

interface Signs {
  /** On which objects begin. */
  readonly lines: readonly number[];
  readonly keys: number;
  readonly depth: number;
}

function signsIn(text: string): Signs {
  const lines: number[] = [];
  let [line, keys, open, depth] = [1, 0, 0, 0];
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:\n]/g)) {
    if (sign === '{') lines.push(line);
    if (sign === '\n') line++;
    else if (sign === ':') keys++;
    else if (sign === '{' || sign === '[') depth = Math.max(depth, ++open);
    else if (sign === '}' || sign === ']') open--;
  }
  return { lines, keys, depth };
}

function lineOfFault(text: string, error: unknown): number {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  return position === undefined ? 1 : text.slice(0, Number(position)).split('\n').length;
}
