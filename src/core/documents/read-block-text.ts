/** YAML texts of several lines: as they stand (|), or joined to paragraphs (>). */
import { skipSpaces } from './read-scalar.ts';
import type { Cursor } from './read-scalar.ts';

export function isAtText({ text, at }: Cursor): boolean {
  return text[at] === '|' || text[at] === '>';
}

/** Leaves the cursor at the line behind it. undefined: not sure, as where its mark says how deep it is. */
export function readText(cursor: Cursor, column: number): string | undefined {
  const { text } = cursor;
  const end = text.indexOf('\n', cursor.at);
  const [, style, chomp] = /^([|>])(-?) *(?: #.*)?$/.exec(text.slice(cursor.at, end)) ?? [];
  cursor.at = end + 1;
  const lines = style === undefined ? undefined : textLines(cursor, column);
  if (lines === undefined) return undefined;
  const joined = style === '|' ? lines.join('\n') : fold(lines);
  return joined === undefined ? undefined : joined + (chomp === '-' ? '' : '\n');
}

/** Its first line says how deep it is. */
function textLines(cursor: Cursor, column: number): readonly string[] | undefined {
  const { text } = cursor;
  const lines: string[] = [];
  let indent = 0;
  while (cursor.at < text.length) {
    const start = cursor.at;
    skipSpaces(cursor);
    const blanks = cursor.at - start;
    const isBlank = text[cursor.at] === '\n';
    if (lines.length === 0) indent = blanks;
    if (isBlank ? lines.length === 0 || blanks > indent : indent <= column) return undefined;
    cursor.at = start;
    if (!isBlank && blanks < indent) break;
    const end = text.indexOf('\n', start);
    lines.push(text.slice(start + indent, end));
    cursor.at = end + 1;
  }
  while (lines.at(-1) === '') lines.pop();
  return lines.length > 0 ? lines : undefined;
}

function fold(lines: readonly string[]): string | undefined {
  if (lines.some((line) => line.startsWith(' '))) return undefined;
  return lines.join('\n').replace(/\n+/g, (breaks) => (breaks === '\n' ? ' ' : breaks.slice(1)));
}
