/** YAML values of one word or text on one line, quoted or not. undefined: not sure. */
import type { Name } from './followers.ts';
import { plainScalar } from './plain-scalar.ts';

export interface Cursor {
  /** Every line of it ends with a line feed. */
  readonly text: string;
  at: number;
  /** Of the block around it: what stands between its brackets is further in. -1 at the end. */
  column: number;
  /** The one that was read last. */
  name: Name;
}

/** What ends a plain word for certain, or may: in a block, and between brackets, where it parts entries as well. */
const MAY_END = /[\n:#]/g;
const MAY_END_IN_FLOW = /[\n:#,[\]{}]/g;
/** Behind a colon it makes a key of what stands before. */
const BEHIND_KEY = ' \n';
const BEHIND_KEY_IN_FLOW = `${BEHIND_KEY},[]{}`;
/** What cannot begin a plain word, or can only where something else follows. */
const INDICATORS = '-?:,[]{}#&*!|>\'"%@`\n';

/** Moves the cursor behind it. */
export function readScalar(cursor: Cursor, inFlow: boolean): unknown {
  switch (cursor.text[cursor.at]) {
    case '"':
      return readDoubleQuoted(cursor);
    case "'":
      return readSingleQuoted(cursor);
    default:
      return readPlain(cursor, inFlow);
  }
}

const DOUBLE_QUOTED = /"(?:[^"\\\n]|\\.)*"/y;

/** JSON's strings are YAML's; YAML's other escapes are rare. */
function readDoubleQuoted(cursor: Cursor): string | undefined {
  const { text, at: start } = cursor;
  DOUBLE_QUOTED.lastIndex = start;
  if (!DOUBLE_QUOTED.test(text)) return undefined;
  cursor.at = DOUBLE_QUOTED.lastIndex;
  const inner = text.slice(start + 1, cursor.at - 1);
  return inner.includes('\\') ? fromJson(text.slice(start, cursor.at)) : inner;
}

function fromJson(text: string): string | undefined {
  try {
    return JSON.parse(text) as string;
  } catch {
    return undefined;
  }
}

function readSingleQuoted(cursor: Cursor): string | undefined {
  const { text, at: start } = cursor;
  let at = start + 1;
  for (; text[at] !== "'" || text[at + 1] === "'"; at++) {
    if (text[at] === '\n') return undefined;
    if (text[at] === "'") at++;
  }
  cursor.at = at + 1;
  return text.slice(start + 1, at).replaceAll("''", "'");
}

/** Up to a comment, the colon of a key or the end of the line; between brackets, up to what parts entries as well. */
export function readPlain(cursor: Cursor, inFlow: boolean): unknown {
  const { text, at: start } = cursor;
  if (!beginsPlain(text, start)) return undefined;
  const at = plainEnd(text, start, inFlow);
  let end = at;
  while (text[end - 1] === ' ') end--;
  cursor.at = end;
  return plainScalar(text.slice(start, end));
}

function plainEnd(text: string, start: number, inFlow: boolean): number {
  const mayEnd = inFlow ? MAY_END_IN_FLOW : MAY_END;
  for (mayEnd.lastIndex = start; ; ) {
    const at = mayEnd.test(text) ? mayEnd.lastIndex - 1 : text.length;
    const mark = text[at];
    if (mark === '#' ? text[at - 1] === ' ' && at > start : mark !== ':' || (inFlow ? BEHIND_KEY_IN_FLOW : BEHIND_KEY).includes(text[at + 1] ?? '')) return at;
  }
}

export function beginsPlain(text: string, at: number): boolean {
  return !INDICATORS.includes(text[at] ?? '') || (text[at] === '-' && /[\w.-]/.test(text[at + 1] ?? ''));
}

export function skipSpaces(cursor: Cursor): void {
  while (cursor.text[cursor.at] === ' ') cursor.at++;
}
