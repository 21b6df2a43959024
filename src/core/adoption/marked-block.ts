/** A block between two marks in a text that is otherwise somebody else's: made, put in, or replaced where it stands. */

export interface Marks {
  readonly start: string;
  readonly end: string;
}

export type Change = 'made' | 'added' | 'updated' | 'unchanged';

export interface Marked {
  readonly text: string;
  readonly change: Change;
}

export const AGENTS_MARKS: Marks = { start: '<!-- coord:start -->', end: '<!-- coord:end -->' };

/** The block goes to the end where it is not there yet. All else stays byte for byte, line endings too. */
export function withSection(text: string | null, block: string): Marked {
  if (text === null || text === '') return { text: `${block.trimEnd()}\n`, change: 'made' };
  const newline = newlineOf(text);
  const section = inNewlines(block.trimEnd(), newline);
  const replaced = withReplaced(text, section, AGENTS_MARKS);
  if (replaced) return replaced;
  const gap = text.endsWith(`${newline}${newline}`) ? '' : text.endsWith('\n') ? newline : newline + newline;
  return { text: `${text}${gap}${section}${newline}`, change: 'added' };
}

/** null where the marks are not there. */
export function withReplaced(text: string, block: string, marks: Marks): Marked | null {
  const found = markedRange(text, marks);
  if (found === null) return null;
  const changed = text.slice(0, found.from) + block + text.slice(found.to);
  return { text: changed, change: changed === text ? 'unchanged' : 'updated' };
}

/** Where the block stands, marks included, each beginning a line. A start without an end is somebody's text. */
export function markedRange(text: string, marks: Marks): { readonly from: number; readonly to: number } | null {
  const starts = linesOf(text, marks.start);
  const end = linesOf(text, marks.end).find(({ from }) => starts.some((start) => start.from < from));
  const start = starts.filter(({ from }) => end !== undefined && from < end.from).at(-1);
  return start === undefined || end === undefined ? null : { from: start.from, to: end.to };
}

export function newlineOf(text: string): '\r\n' | '\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

export function inNewlines(text: string, newline: string): string {
  return text.replace(/\r?\n/g, newline);
}

/** The lines that begin with the mark, without their line breaks. */
function linesOf(text: string, mark: string): readonly { readonly from: number; readonly to: number }[] {
  const lines = [...text.matchAll(/^.*$/gm)].filter(([line]) => line.startsWith(mark));
  return lines.map(({ 0: line, index }) => ({ from: index, to: index + line.length }));
}
