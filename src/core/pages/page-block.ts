/** A page: the part that coord writes, between two marks, and around it what people write. */
import { markedRange, newlineOf, withReplaced } from '../adoption/marked-block.ts';
import type { Marks } from '../adoption/marked-block.ts';

export const PAGE_MARKS: Marks = { start: '<!-- coord:page -->', end: '<!-- /coord:page -->' };

/** What stands between the marks; null where they are not there. */
export function blockOf(page: string): string | null {
  const range = markedRange(page, PAGE_MARKS);
  if (range === null) return null;
  const marked = page.slice(range.from, range.to);
  return marked.slice(marked.indexOf('\n') + 1, marked.lastIndexOf('\n') + 1);
}

const NOTE = '<!-- coord report pages writes what stands between the marks; all else on this page is yours. -->';

export function newPage(title: string): string {
  return `# ${title}\n\n${NOTE}\n${PAGE_MARKS.start}\n${PAGE_MARKS.end}\n`;
}

/** The page with this between its marks; all around it stays. */
export function withBlock(page: string, block: string): string {
  const newline = newlineOf(page);
  const gap = block === '' || block.endsWith('\n') ? '' : newline;
  const marked = `${PAGE_MARKS.start}${newline}${block}${gap}${PAGE_MARKS.end}`;
  return withReplaced(page, marked, PAGE_MARKS)?.text ?? page;
}
