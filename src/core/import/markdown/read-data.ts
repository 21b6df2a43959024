/** YAML and JSON in a plan: read once, by the quickest reader that is sure of it, and where each record begins. */
import { visit } from 'yaml';
import { MAX_DEPTH } from '../../documents/limits.ts';
import { positions } from '../../documents/position.ts';
import { parseCarefully } from '../../documents/read-yaml.ts';
import type { CarefulParse } from '../../documents/read-yaml.ts';
import { readSimpleYaml } from '../../documents/read-simple-yaml.ts';
import type { Problem } from '../../problem/problem.ts';
import { objectsOf, readJson } from '../json-source.ts';

export interface Data {
  readonly text: string;
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** The line of the text on which a mapping begins, from 1; null where it cannot be told. */
  readonly lineOf: (record: unknown) => number | null;
}

export function readData(text: string, file: string): Data {
  const json = /^\s*[[{]/.test(text) ? readJson({ text, name: file }) : null;
  if (json !== null && !('reason' in json) && json.depth <= MAX_DEPTH && json.isWhole) return { text, value: json.value, problems: [], lineOf: json.lineOf };
  const simple = readSimpleYaml(text);
  if (simple !== undefined) return yamlData(text, { value: simple, problems: [] }, () => parseCarefully(text, { file, offset: 0 }));
  const careful = parseCarefully(text, { file, offset: 0 });
  return yamlData(text, careful, () => careful);
}

/** `parse`: only asked for where lines are. */
function yamlData(text: string, { value, problems }: Pick<CarefulParse, 'value' | 'problems'>, parse: () => CarefulParse): Data {
  let lines: ReadonlyMap<unknown, number> | null = null;
  return { text, value, problems, lineOf: (record) => (lines ??= recordLines(text, value, parse())).get(record) ?? null };
}

/** Mappings open in the order in which the text has them, aliases aside. */
function recordLines(text: string, value: unknown, { document }: CarefulParse): ReadonlyMap<unknown, number> {
  const records = objectsOf(value);
  const starts: number[] = [];
  if (document !== null) visit(document, { Map: (_, { range }) => void starts.push(range?.[0] ?? 0) });
  if (starts.length !== records.length) return new Map();
  const position = positions(text);
  return new Map(records.map((record, index) => [record, position(starts[index] ?? 0, 1).line]));
}
