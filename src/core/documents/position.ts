/** From an offset to a line and a column, both from 1; columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** Finds the lines once, then answers for many offsets. */
export function positions(text: string): (offset: number, length: number) => Position {
  const starts = [0];
  for (const found of text.matchAll(/\r\n|\n|\r/g)) starts.push(found.index + found[0].length);
  return (offset, length) => {
    const wanted = Math.min(Math.max(0, offset), text.length);
    const line = lineOf(starts, wanted);
    const lineEnd = line + 1 < starts.length ? withoutBreak(text, starts[line + 1] ?? 0) : text.length;
    // Between CR and LF is the end of the line.
    const at = Math.min(wanted, lineEnd);
    const column = at - (starts[line] ?? 0) + 1;
    return { line: line + 1, column, endColumn: column + Math.max(1, Math.min(length, lineEnd - at)) };
  };
}

/** Index of the last line that begins at or before `at`. */
function lineOf(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function withoutBreak(text: string, end: number): number {
  return text[end - 1] === '\n' && text[end - 2] === '\r' ? end - 2 : end - 1;
}
