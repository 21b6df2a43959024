/** What stands on a terminal after a program wrote to it: lines, moves up, wiping to the end; whatever else it gets, it shows as it is. */
export function terminalScreen(written: string): readonly string[] {
  const rows: string[] = [''];
  let row = 0;
  let column = 0;
  const put = (text: string): void => {
    const line = (rows[row] ?? '').padEnd(column);
    rows[row] = line.slice(0, column) + text + line.slice(column + text.length);
    column += text.length;
  };
  for (const [piece] of written.matchAll(/\r|\n|\u001B\[\d*[AJ]|\u001B\[\d*m|[^\r\n\u001B]+|\u001B/g)) {
    if (piece === '\r') column = 0;
    else if (piece === '\n') rows[++row] ??= '';
    else if (/^\u001B\[\d+A$/.test(piece)) row = Math.max(0, row - Number.parseInt(piece.slice(2), 10));
    else if (piece === '\u001B[J') rows.splice(row, Infinity, (rows[row] ?? '').slice(0, column));
    else if (!/^\u001B\[\d*m$/.test(piece)) put(piece);
  }
  return rows.map((line) => line.trimEnd());
}
