/** YAML values of one word or text on one line, quoted or not. undefined: not sure. */
import { plainScalar } from './plain-scalar.ts';

export interface Cursor {
  /** Every line of it ends with a line feed. */
  readonly text: string;
  at: number;
  /** Of the block around it: what stands between its brackets is further in. -1 at the end. */
  column: number;
}

/** What parts entries between brackets. */
const BRACKETS = ',[]{}';
const ENDS = ' \n';
const ENDS_IN_FLOW = ENDS + BRACKETS;
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

/** JSON's strings are YAML's; YAML's other escapes are rare. */
function readDoubleQuoted(cursor: Cursor): string | undefined {
  const { text, at: start } = cursor;
  let escapes = false;
  let at = start + 1;
  for (; text[at] !== '"'; at++) {
    if (text[at] === '\\') {
      escapes = true;
      at++;
    }
    if (text[at] === '\n') return undefined;
  }
  cursor.at = at + 1;
  return escapes ? fromJson(text.slice(start, cursor.at)) : text.slice(start + 1, at);
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
  let end = start;
  for (let at = start; text[at] !== '\n'; at++) {
    const character = text[at] ?? '';
    if (character === ' ') continue;
    if (character === '#' && at > end) break;
    if (character === ':' && (inFlow ? ENDS_IN_FLOW : ENDS).includes(text[at + 1] ?? '')) break;
    if (inFlow && BRACKETS.includes(character)) break;
    end = at + 1;
  }
  cursor.at = end;
  return plainScalar(text.slice(start, end));
}

export function beginsPlain(text: string, at: number): boolean {
  return !INDICATORS.includes(text[at] ?? '') || (text[at] === '-' && /[\w.-]/.test(text[at + 1] ?? ''));
}

export function skipSpaces(cursor: Cursor): void {
  while (cursor.text[cursor.at] === ' ') cursor.at++;
}
