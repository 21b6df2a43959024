/** A table in Markdown, of texts from files as they are. */
import { literal } from '../../core/markdown-text.ts';

export function literalTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows.map((cells) => cells.map(literal))].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
