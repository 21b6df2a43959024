/** On which lines of YAML or JSON its records and texts stand. */
import { visit } from 'yaml';
import { parseCarefully } from '../../documents/read-yaml.ts';
import { positions } from '../../documents/position.ts';
import { objectsOf } from '../json-source.ts';
import { oneLine } from './clean-text.ts';

/** Values are asked for in the order in which they are written. */
export class DataLines {
  readonly #text: string;
  readonly #value: unknown;
  readonly #first: number;
  #lines: readonly string[] | null = null;
  #records: ReadonlyMap<unknown, number> | null = null;
  #next = 0;

  /** `first`: the line of the file on which the text begins. */
  constructor(text: string, value: unknown, first: number) {
    this.#text = text;
    this.#value = value;
    this.#first = first;
  }

  /** Where this part of the value begins; where that cannot be told, `otherwise` is looked for. */
  ofRecord(record: unknown, otherwise: string): number {
    this.#records ??= recordLines(this.#text, this.#value);
    const line = this.#records.get(record);
    if (line === undefined) return this.of(otherwise);
    this.#next = line - 1;
    return this.#first + line - 1;
  }

  /** Where it is said next. */
  of(text: string): number {
    this.#lines ??= this.#text.split('\n');
    const words = oneLine(text).slice(0, 60);
    let from = this.#next;
    while (from < this.#lines.length && this.#lines[from]?.includes(words) !== true) from++;
    if (from < this.#lines.length) this.#next = from;
    return this.#first + this.#next;
  }
}

/** Mappings open in the order in which the text has them, aliases aside. */
function recordLines(text: string, value: unknown): ReadonlyMap<unknown, number> {
  const records = objectsOf(value);
  const starts: number[] = [];
  const { document } = parseCarefully(text, { file: '', offset: 0 });
  if (document !== null) visit(document, { Map: (_, { range }) => void starts.push(range?.[0] ?? 0) });
  if (starts.length !== records.length) return new Map();
  const position = positions(text);
  return new Map(records.map((record, index) => [record, position(starts[index] ?? 0, 1).line]));
}
