/**
 * YAML values that are no blocks: plain words, quoted texts on one line, lists and maps between brackets. Each reader
 * moves the cursor behind what it read; undefined means not sure, and then nothing that was read counts.
 */
import { followerOf } from './followers.ts';
import { beginsPlain, readPlain, readScalar, skipSpaces } from './read-scalar.ts';
import type { Cursor } from './read-scalar.ts';

/** Brackets in brackets. */
const MAX_DEPTH = 20;
/** `yaml` takes no longer ones than 1,024. */
const MAX_KEY = 1000;

/** A value; plain words may go on in lines that stand further in than the block. */
export function readInline(cursor: Cursor): unknown {
  const { text, at: start } = cursor;
  const value = readNested(cursor, 0);
  if (value === undefined || !goesOnBelow(cursor) || !beginsPlain(text, start)) return value;
  let joined = '';
  let from = start;
  do {
    joined += `${text.slice(from, cursor.at)} `;
    cursor.at++;
    skipSpaces(cursor);
    from = cursor.at;
    if (!beginsPlain(text, from) || readPlain(cursor, false) === undefined) return undefined;
  } while (goesOnBelow(cursor));
  return joined + text.slice(from, cursor.at);
}

/** `depth` counts the brackets around it. */
function readNested(cursor: Cursor, depth: number): unknown {
  const first = cursor.text[cursor.at];
  if (first !== '[' && first !== '{') return readScalar(cursor, depth > 0);
  if (depth === MAX_DEPTH) return undefined;
  return first === '[' ? readFlowList(cursor, depth + 1) : readFlowMap(cursor, depth + 1);
}

function readFlowList(cursor: Cursor, depth: number): readonly unknown[] | undefined {
  const list: unknown[] = [];
  for (let more = opens(cursor, ']'); more; more = goesOn(cursor, ']')) {
    const item = readNested(cursor, depth);
    if (item === undefined) return undefined;
    list.push(item);
  }
  return closes(cursor, ']') ? list : undefined;
}

function readFlowMap(cursor: Cursor, depth: number): Readonly<Record<string, unknown>> | undefined {
  const map: Record<string, unknown> = {};
  for (let more = opens(cursor, '}'); more; more = goesOn(cursor, '}')) {
    const key = readKey(cursor, true);
    if (key === undefined || Object.hasOwn(map, key)) return undefined;
    skipSpaces(cursor);
    const value = readNested(cursor, depth);
    if (value === undefined) return undefined;
    map[key] = value;
  }
  return closes(cursor, '}') ? map : undefined;
}

/** Whether an entry follows the bracket or comma that the cursor is at. */
function opens(cursor: Cursor, end: string): boolean {
  cursor.at++;
  skipBlanks(cursor);
  return cursor.text[cursor.at] !== end;
}

/** Whether another entry follows; a last comma may stand alone. */
function goesOn(cursor: Cursor, end: string): boolean {
  skipBlanks(cursor);
  return cursor.text[cursor.at] === ',' && opens(cursor, end);
}

function closes(cursor: Cursor, end: string): boolean {
  return cursor.text[cursor.at++] === end;
}

/** A name with its colon. Names that are numbers, merges or prototypes are left to those who know more. */
export function readKey(cursor: Cursor, inFlow = false): string | undefined {
  if (isAtFollower(cursor)) cursor.name = cursor.name.follower ?? cursor.name;
  else if (!readNewKey(cursor, inFlow)) return undefined;
  cursor.at++;
  return cursor.name.text;
}

/** Moves the cursor to the colon behind the name that is expected, where it stands there. */
function isAtFollower(cursor: Cursor): boolean {
  const { text, at, name } = cursor;
  if (name.follower === null || !text.startsWith(name.follower.text, at)) return false;
  cursor.at = at + name.follower.text.length;
  if (endsKey(cursor)) return true;
  cursor.at = at;
  return false;
}

/** What can only be read as it stands, in blocks and between brackets. */
const PLAIN_NAME = /^[A-Za-z]\w*$/;

function readNewKey(cursor: Cursor, inFlow: boolean): boolean {
  const { at: start, name } = cursor;
  const key = readScalar(cursor, inFlow);
  const isAsItStands = cursor.at - start === String(key).length;
  skipSpaces(cursor);
  if (typeof key !== 'string' || key === '<<' || key === '__proto__' || cursor.at - start > MAX_KEY || !endsKey(cursor)) return false;
  cursor.name = isAsItStands && PLAIN_NAME.test(key) ? followerOf(name, key) : { text: key, follower: null };
  return true;
}

/** Whether the cursor is at a colon that makes a key of what stands before it. */
export function endsKey({ text, at }: Cursor): boolean {
  return text[at] === ':' && (text[at + 1] === ' ' || text[at + 1] === '\n');
}

/** Whether the cursor is at the end of its line, and the next one stands further in than the block. */
function goesOnBelow({ text, at, column }: Cursor): boolean {
  if (text[at] !== '\n') return false;
  for (let blank = at + 1; blank <= at + 1 + column; blank++) if (text[blank] !== ' ') return false;
  return true;
}

/** Spaces, comments and ends of lines, as far as the next line stands further in than the block. */
function skipBlanks(cursor: Cursor): void {
  const { text } = cursor;
  for (;;) {
    const start = cursor.at;
    skipSpaces(cursor);
    if (text[cursor.at] === '#' && cursor.at > start) cursor.at = text.indexOf('\n', cursor.at);
    if (!goesOnBelow(cursor)) return;
    cursor.at++;
  }
}
