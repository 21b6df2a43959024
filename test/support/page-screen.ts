/** What stands on a terminal that has two screens: the usual one, whose lines stay, and the other, on which a page is drawn. */
export interface PageScreen {
  /** Of the other screen while it is shown; null: it is not. */
  readonly page: readonly string[] | null;
  readonly isCursorShown: boolean;
  /** Lines of the usual screen. */
  readonly usual: readonly string[];
}

/** What moves, wipes and switches; a piece that is none of it is text. */
const PIECES = /\u001B\[\?\d+[hl]|\u001B\[\d+;\d+H|\u001B\[\d*[A-Za-z]|\r|\n|[^\u001B\r\n]+|\u001B/g;

export function pageScreen(written: string): PageScreen {
  let page: string[] | null = null;
  let usual = '';
  let isCursorShown = true;
  let row = 0;
  for (const [piece] of written.matchAll(PIECES)) {
    const to = /^\u001B\[(\d+);1H$/.exec(piece);
    if (piece === '\u001B[?1049h') page = [];
    else if (piece === '\u001B[?1049l') page = null;
    else if (piece === '\u001B[?25l' || piece === '\u001B[?25h') isCursorShown = piece.endsWith('h');
    else if (page === null) usual += piece.startsWith('\u001B[') ? '' : piece;
    else if (to !== null) row = Number(to[1]) - 1;
    else if (piece === '\u001B[2J') page = [];
    else if (piece === '\u001B[J') page.length = Math.min(page.length, row);
    else if (piece === '\u001B[K') page[row] = '';
    else if (!/^\u001B\[[\d?;]*[ml]$/.test(piece) && piece !== '\u001B[?7h') page[row] = `${page[row] ?? ''}${piece}`;
  }
  return { page: page && Array.from(page, (line: string | undefined) => line ?? ''), isCursorShown, usual: usual.replaceAll('\r', '').split('\n') };
}
