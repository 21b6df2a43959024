/** Rows of cells as aligned columns, two spaces apart. */
import { plain } from './plain.ts';
import { cut, padTo, widthOf } from './width.ts';

export interface Column {
  /** Takes what the others leave of the line, and is cut to fit. At most one a table. */
  readonly gives?: true;
  readonly right?: true;
  /** Stands further from the one before it. */
  readonly apart?: true;
  /** Colours the finished cell. */
  readonly paint?: (cell: string, row: number) => string;
}

const GAP = 2;
const APART = 4;
const LEAST = 12;

export function columns(rows: readonly (readonly string[])[], shape: readonly Column[], width: number): string {
  const cells = rows.map((row) => shape.map((_, index) => plain(row[index] ?? '')));
  const widths = shape.map((_, index) => cells.reduce((widest, row) => Math.max(widest, widthOf(row[index] ?? '')), 0));
  const taken = shape.reduce((sum, column, index) => sum + gapBefore(column, index) + (column.gives ? 0 : (widths[index] ?? 0)), 0);
  const room = Math.max(LEAST, width - taken);
  return cells.map((row, at) => line(row, at)).join('\n');

  function line(row: readonly string[], at: number): string {
    const last = row.findLastIndex((cell) => cell !== '');
    return shape
      .slice(0, last + 1)
      .map((column, index) => {
        const fitted = column.gives ? cut(row[index] ?? '', room) : (row[index] ?? '');
        const wide = column.gives ? Math.min(widths[index] ?? 0, room) : (widths[index] ?? 0);
        return ' '.repeat(gapBefore(column, index)) + dressed(column, fitted, index === last && !column.right ? 0 : wide, at);
      })
      .join('');
  }
}

export function indented(text: string, indent: number): string {
  return indent === 0 ? text : text.replace(/^/gm, ' '.repeat(indent));
}

function gapBefore(column: Column, index: number): number {
  if (index === 0) return 0;
  return column.apart ? APART : GAP;
}

function dressed(column: Column, cell: string, wide: number, row: number): string {
  const padding = padTo(cell, wide).slice(cell.length);
  const painted = column.paint ? column.paint(cell, row) : cell;
  return column.right ? padding + painted : painted + padding;
}
