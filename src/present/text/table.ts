/** Columns below a dim line that says what each of them holds. */
import { columns } from './columns.ts';
import type { Column } from './columns.ts';
import { paint } from './paint.ts';
import type { Screen } from '../screen.ts';

/** A column's `paint` colours its rows, counted without the heading. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], shape: readonly Column[], screen: Screen): string {
  const { dim } = paint(screen);
  const painted = shape.map((column): Column => ({ ...column, paint: (cell, row) => (row === 0 ? dim(cell) : (column.paint?.(cell, row - 1) ?? cell)) }));
  return columns([head, ...rows], painted, screen.columns);
}
