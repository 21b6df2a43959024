/** Files as a model reads and changes them. */

export type Edited = { readonly text: string } | { readonly fault: string };

/** A piece that stands there twice might be meant in either place. */
export function editedText(text: string, old: string, replacement: string): Edited {
  if (old === '') return { fault: 'The piece to replace is empty' };
  const at = text.indexOf(old);
  if (at === -1) return { fault: 'The piece to replace does not stand in the file: read it again' };
  if (text.includes(old, at + 1)) return { fault: 'The piece to replace stands in the file more than once: give more of what is around it' };
  return { text: text.slice(0, at) + replacement + text.slice(at + old.length) };
}

/** Characters of one answer of a tool. */
const MOST = 40_000;
const LONGEST_LINE = 2000;

/** Its lines with their numbers, as many as are read at once. */
export function numberedLines(text: string, from: number): string {
  const lines = text.replace(/\n$/, '').split('\n');
  if (from > lines.length) return `The file ends at line ${lines.length}.`;
  let length = 0;
  const shown: string[] = [];
  for (const [index, line] of lines.slice(from - 1).entries()) {
    const next = `${from + index}\t${cut(line)}`;
    if ((length += next.length + 1) > MOST) break;
    shown.push(next);
  }
  const last = from + shown.length - 1;
  return last < lines.length ? `${shown.join('\n')}\n(${lines.length - last} more lines: read on from line ${last + 1})` : shown.join('\n');
}

/** As many of the lines as are told at once. */
export function listedLines(lines: readonly string[]): string {
  if (lines.length === 0) return 'Nothing was found.';
  let length = 0;
  const end = lines.findIndex((line) => (length += Math.min(line.length, LONGEST_LINE) + 1) > MOST);
  const shown = (end === -1 ? lines : lines.slice(0, end)).map(cut).join('\n');
  return end === -1 ? shown : `${shown}\n(${lines.length - end} more: ask for less)`;
}

function cut(line: string): string {
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)} (${line.length - LONGEST_LINE} more characters)` : line;
}
