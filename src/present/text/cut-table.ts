/** A table in Markdown of texts that may be of any length: hosting sites refuse comments of more than 65,536 characters. */
import { literalTable } from './literal-table.ts';
import { cut } from './width.ts';

export const LONGEST = 300;

export function cutTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return literalTable(head, rows.map((cells) => cells.map((cell) => cut(cell, LONGEST))));
}
