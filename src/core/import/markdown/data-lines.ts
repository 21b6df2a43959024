/** On which lines of a file the records and texts of YAML or JSON in it stand. */
import { oneLine } from './clean-text.ts';
import type { Data } from './read-data.ts';

/** What is said next is said near: of what is written otherwise than it reads, no more is looked through. */
const REACH = 500;

/** Values are asked for in the order in which they are written. */
export class DataLines {
  readonly #data: Data;
  readonly #first: number;
  #lines: readonly string[] | null = null;
  #next = 0;

  /** `first`: the line of the file on which the text begins. */
  constructor(data: Data, first: number) {
    this.#data = data;
    this.#first = first;
  }

  /** Where this part of the value begins; where that cannot be told, `otherwise` is looked for. */
  ofRecord(record: unknown, otherwise: string): number {
    const line = this.#data.lineOf(record);
    if (line === null) return this.of(otherwise);
    this.#next = line - 1;
    return this.#first + line - 1;
  }

  /** Where it is said next. */
  of(text: string): number {
    this.#lines ??= this.#data.text.split('\n');
    const words = oneLine(text).slice(0, 60);
    const end = Math.min(this.#lines.length, this.#next + REACH);
    let from = this.#next;
    while (from < end && this.#lines[from]?.includes(words) !== true) from++;
    if (from < end) this.#next = from;
    return this.#first + this.#next;
  }
}
