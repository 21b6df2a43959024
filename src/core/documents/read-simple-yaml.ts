/**
 * Reads YAML as coord prints it and people mostly write it: blocks of maps and lists, line by line, with values on one
 * line. Either exactly the value `yaml` gives where it finds nothing wrong, or undefined: not sure.
 */
import { NO_NAME } from './followers.ts';
import { mapOf } from './map-of.ts';
import { isAtText, readText } from './read-block-text.ts';
import { endsKey, readInline, readKey } from './read-inline-yaml.ts';
import { skipSpaces } from './read-scalar.ts';
import type { Cursor } from './read-scalar.ts';

/** Goes from line to line. */
interface LineCursor extends Cursor {
  /** Where the line begins that `at` is in. */
  lineStart: number;
}

/** Blocks in blocks. */
const MAX_DEPTH = 20;
/** Control characters, tabs and other white space that is not the same to all who read YAML, byte-order marks. */
const ODD = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]/;

export function readSimpleYaml(source: string): unknown {
  const text = `${source.includes('\r') ? source.replaceAll('\r\n', '\n') : source}${source.endsWith('\n') ? '' : '\n'}`;
  if (ODD.test(text)) return undefined;
  const cursor: LineCursor = { text, at: 0, lineStart: 0, column: -1, name: NO_NAME };
  findLine(cursor);
  const value = cursor.column === -1 ? undefined : readBlock(cursor, -1, 0);
  return cursor.column === -1 ? value : undefined;
}

/** From the beginning of a line to the first one that holds more than a comment. */
function findLine(cursor: LineCursor): void {
  const { text } = cursor;
  while (cursor.at < text.length) {
    cursor.lineStart = cursor.at;
    skipSpaces(cursor);
    cursor.column = cursor.at - cursor.lineStart;
    if (text[cursor.at] !== '\n' && text[cursor.at] !== '#') return;
    cursor.at = text.indexOf('\n', cursor.at) + 1;
  }
  cursor.column = -1;
}

/** A list, a map, or a value with lines to itself. `outer` is the column of what stands around it. */
function readBlock(cursor: LineCursor, outer: number, depth: number): unknown {
  if (depth > MAX_DEPTH) return undefined;
  if (isAtDash(cursor)) return readList(cursor, depth);
  const { at, column } = cursor;
  cursor.column = outer;
  const value = readInline(cursor);
  if (endsLine(cursor)) return value;
  if (!endsKey(cursor)) return undefined;
  // What was read is the first key of a map.
  cursor.at = at;
  cursor.column = column;
  return readMap(cursor, depth);
}

function readMap(cursor: LineCursor, depth: number): Readonly<Record<string, unknown>> | undefined {
  const { column } = cursor;
  const names: string[] = [];
  const values: unknown[] = [];
  while (cursor.column === column) {
    const name = readKey(cursor);
    const value = name === undefined ? undefined : readValue(cursor, column, depth);
    if (name === undefined || value === undefined) return undefined;
    names.push(name);
    values.push(value);
  }
  return cursor.column < column ? (mapOf(names, values) ?? undefined) : undefined;
}

/** A list may stand in the column of its key: then that map goes on where the list ends. */
function readList(cursor: LineCursor, depth: number): readonly unknown[] | undefined {
  const { column } = cursor;
  const list: unknown[] = [];
  while (cursor.column === column && isAtDash(cursor)) {
    cursor.at++;
    const item = readItem(cursor, column, depth);
    if (item === undefined) return undefined;
    list.push(item);
  }
  return cursor.column <= column ? list : undefined;
}

function isAtDash({ text, at }: Cursor): boolean {
  return text[at] === '-' && (text[at + 1] === ' ' || text[at + 1] === '\n');
}

/** What stands behind a key. `column` is that of the map around it. */
function readValue(cursor: LineCursor, column: number, depth: number): unknown {
  if (endsLine(cursor)) return cursor.column > column || (cursor.column === column && isAtDash(cursor)) ? readBlock(cursor, column, depth + 1) : null;
  if (isAtText(cursor)) return readLines(cursor, column);
  const value = readInline(cursor);
  return endsLine(cursor) ? value : undefined;
}

/** What stands behind a dash: a block may begin on its line. */
function readItem(cursor: LineCursor, column: number, depth: number): unknown {
  if (endsLine(cursor)) return cursor.column > column ? readBlock(cursor, column, depth + 1) : null;
  if (isAtText(cursor)) return readLines(cursor, column);
  cursor.column = cursor.at - cursor.lineStart;
  return readBlock(cursor, column, depth + 1);
}

function readLines(cursor: LineCursor, column: number): string | undefined {
  const lines = readText(cursor, column);
  findLine(cursor);
  return lines;
}

/** Skips blanks; where nothing but a comment follows, goes to the next line as well. */
function endsLine(cursor: LineCursor): boolean {
  const { text, at: start } = cursor;
  skipSpaces(cursor);
  const next = text[cursor.at];
  if (next !== '\n' && (next !== '#' || cursor.at === start)) return false;
  cursor.at = text.indexOf('\n', cursor.at) + 1;
  findLine(cursor);
  return true;
}
