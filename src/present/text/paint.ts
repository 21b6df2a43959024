/** Colour, where there is any: each function gives its text back unchanged on a plain screen. */
import type { Screen } from '../screen.ts';

type Paint = (text: string) => string;
export type Painter = Readonly<Record<'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan', Paint>>;

const mark = (code: number): Paint => (text) => (text === '' ? '' : `\u001B[${code}m${text}\u001B[0m`);
const same: Paint = (text) => text;

const COLOURED: Painter = { bold: mark(1), dim: mark(2), red: mark(31), green: mark(32), yellow: mark(33), cyan: mark(36) };
const PLAIN: Painter = { bold: same, dim: same, red: same, green: same, yellow: same, cyan: same };

export function paint(screen: Pick<Screen, 'colour'>): Painter {
  return screen.colour ? COLOURED : PLAIN;
}
