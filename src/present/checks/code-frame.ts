/** The lines of a file around a problem, with a mark under what is meant. */
import { paint } from '../text/paint.ts';
import { plainLines } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { cut, widthOf } from '../text/width.ts';

export interface Span {
  /** 1-based, columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

const CONTEXT = 2;
const WIDEST = 120;

export function codeFrame(lines: readonly string[], span: Span, screen: Screen): string {
  const first = Math.max(1, span.line - CONTEXT);
  const last = Math.min(lines.length, span.line + CONTEXT);
  const gutter = String(last).length;
  const width = Math.min(screen.columns, WIDEST) - gutter - 5;
  // A line that is too long is shown from shortly before the mark on.
  const from = span.column > width - 20 ? Math.max(0, span.column - 21) : 0;
  const { dim, red } = paint(screen);
  const shown: string[] = [];
  for (let number = first; number <= last; number++) {
    const marked = number === span.line;
    const text = cut(plainLines((lines[number - 1] ?? '').slice(from, from + 2 * width)), width);
    shown.push(`${marked ? red('>') : ' '} ${dim(`${String(number).padStart(gutter)} |`)} ${text}`.trimEnd());
    if (marked) shown.push(`  ${' '.repeat(gutter)} ${dim('|')} ${red(underline(lines[number - 1] ?? '', span, from, width))}`);
  }
  return shown.join('\n');
}

function underline(line: string, { column, endColumn }: Span, from: number, width: number): string {
  const before = widthOf(plainLines(line.slice(from, column - 1)));
  const under = widthOf(plainLines(line.slice(column - 1, Math.max(endColumn - 1, column))));
  const long = Math.max(1, Math.min(under, width - before));
  return ' '.repeat(before) + '^'.repeat(long);
}
