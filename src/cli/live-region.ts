/**
 * Lines at the end of a terminal that are drawn anew: the ones there are wiped away first, by moving up over them. The cursor
 * stays visible, below them, and nothing of the terminal is switched, so whatever ends the program leaves it as it was.
 */
import { printable } from '../present/text/plain.ts';
import { widthOf } from '../present/text/width.ts';
import type { Live, Reply } from './command.ts';

interface Place extends Pick<Live, 'size'> {
  readonly stdout: { write(text: string): unknown };
}

interface Region extends Live {
  /** A line that stays, above those that are drawn anew. */
  readonly tell: (line: string) => void;
}

/** What is drawn is gone when the work is done, or fails. */
export async function withRegion({ stdout, size }: Place, work: (region: Region) => Promise<Reply>): Promise<Reply> {
  let drawn: readonly string[] = [];
  const write = (kept: string, lines: readonly string[]): void => {
    const text = `${wiping(drawn, size().columns)}${kept}${lines.map((line) => `${line}\n`).join('')}`;
    drawn = lines;
    if (text !== '') stdout.write(text);
  };
  const region: Region = {
    size,
    tell: (line) => write(`${printable(line, true)}\n`, drawn),
    draw: (lines) => write('', lines.map((line) => printable(line, true))),
  };
  try {
    return await work(region);
  } finally {
    write('', []);
  }
}

const UP = (rows: number): string => `\u001B[${rows}A`;
const TO_THE_END = '\u001B[J';
const COLOUR = /\u001B\[\d+m/g;

/** Where the window has become narrower, the terminal broke lines that were drawn wider. */
function wiping(lines: readonly string[], columns = Infinity): string {
  const rows = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line.replace(COLOUR, '')) / columns)), 0);
  return rows === 0 ? '' : `\r${UP(rows)}${TO_THE_END}`;
}
