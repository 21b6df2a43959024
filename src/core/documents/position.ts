/** From an offset to a line and a column, both from 1; columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

export function positionOf(text: string, offset: number, length: number): Position {
  const at = Math.min(Math.max(0, offset), text.length);
  const before = text.slice(0, at);
  const lines = before.split(/\r\n|\n|\r/);
  const column = (lines.at(-1)?.length ?? 0) + 1;
  const rest = text.slice(at).search(/[\r\n]/);
  const room = rest === -1 ? text.length - at : rest;
  return { line: lines.length, column, endColumn: column + Math.max(1, Math.min(length, room)) };
}
