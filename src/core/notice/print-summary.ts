/** A notice on the page of a CI job, as Markdown. Its texts stay texts: no mark, link or mention comes from them. */
import { literal } from '../markdown-text.ts';
import type { Notice } from './notice.ts';

export function printSummary({ title, lines, links }: Notice): string {
  const items = [...lines.map(literal), ...links.map((link) => `\`${link.replaceAll('`', "'")}\``)];
  return `**${literal(title)}**\n\n${items.map((item) => `- ${item}\n`).join('')}${items.length === 0 ? '' : '\n'}`;
}
