/** The board as the lines of a terminal: what fits around the line that is chosen, and below it what keys do. */
import { chosenOf } from '../../core/board/board-state.ts';
import type { BoardItem, BoardState, ItemAsk, Pane } from '../../core/board/board-state.ts';
import type { BoardLine, BoardSection } from './board-sections.ts';
import { paint } from '../text/paint.ts';
import { plain, plainLines } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { cut, widthOf } from '../text/width.ts';

/** How far the lines of a section stand to the right: there is the mark of the one that is chosen. */
export const INDENT = 2;
const MARK = '> ';
const COLOUR = /\u001B\[\d+m/g;

export const KEYS = [
  'Up, Down, j, k, PageUp, PageDown, Home, End   choose a line',
  'Enter    open it: a task, a blocker, a handoff, the open tasks of an agent',
  'c        claim the task, as coord claim does',
  'a        acknowledge: be on the blocker, take the handoff over',
  '/        show only lines with these words; Escape shows all again',
  'r        read everything again (it is read again by itself, too)',
  '?        this',
  'q        go back; on the board: quit, as Ctrl-C does',
] as const;

/** While a verb is at it. */
export const doing = ({ do: does, item: { name } }: ItemAsk): string => `${{ open: 'Opening', claim: 'Claiming', acknowledge: 'Acknowledging' }[does]} ${name} ...`;

/** Lines that do not have the words looked for are left out, and so is what cannot be chosen. */
export function filtered(sections: readonly BoardSection[], filter: string): readonly BoardSection[] {
  const words = filter.trim().toLowerCase();
  if (words === '') return sections;
  const has = ({ text, item }: BoardLine): boolean => item !== null && text.replace(COLOUR, '').toLowerCase().includes(words);
  return sections.map(({ title, lines }) => ({ title, lines: lines.filter(has) })).filter(({ lines }) => lines.length > 0);
}

/** In the order in which they stand. */
export function itemsOf(sections: readonly BoardSection[]): readonly BoardItem[] {
  return sections.flatMap(({ lines }) => lines.flatMap(({ item }) => item ?? []));
}

export interface PageSize {
  readonly columns: number;
  readonly rows: number;
}

/** Exactly `rows` lines at most, none wider than `columns`. `sections`: those that the filter leaves. */
export function boardPage(sections: readonly BoardSection[], state: BoardState, size: PageSize, screen: Screen): readonly string[] {
  const lines = state.pane === null ? listPage(sections, state, size, screen) : panePage(state.pane, size, screen);
  return lines.map((line) => clipped(line, size.columns));
}

function listPage(sections: readonly BoardSection[], state: BoardState, { columns, rows }: PageSize, screen: Screen): readonly string[] {
  const { dim, cyan, bold } = paint(screen);
  const items = itemsOf(sections);
  const chosen = chosenOf(state, items);
  const isChosen = ({ item }: BoardLine): boolean => item !== null && item.key === chosen?.key;
  const lines = allLines(sections, (title) => bold(plain(title)));
  const room = roomOf(rows);
  // In the middle; above the first and below the last there is nothing to be chosen, but something to be seen.
  const above = chosen === items[0] ? room - 1 : chosen === items.at(-1) ? 0 : Math.floor(room / 2);
  const from = Math.max(0, Math.min(lines.findIndex(isChosen) - above, lines.length - room));
  const shown = lines.slice(from, from + room).map((line) => (isChosen(line) ? `${cyan(MARK)}${line.text}` : shifted(line.text)));
  return [...filled(lines.length === 0 ? [dim('  No line has these words.')] : shown, room), footer(state, seen(from, room, lines.length), columns, screen)];
}

function panePage({ lines, top }: Pane, { columns, rows }: PageSize, screen: Screen): readonly string[] {
  const room = roomOf(rows);
  return [...filled(lines.slice(top, top + room), room), paint(screen).dim(fitted(`up and down  q back${seen(top, room, lines.length)}`, columns))];
}

/** What is left for the board itself. */
export const roomOf = (rows: number): number => Math.max(1, rows - 1);

/** As text, once: where nobody can press a key. */
export function boardText(sections: readonly BoardSection[], screen: Screen): string {
  const { bold } = paint(screen);
  return sections.map(({ title, lines }) => [...(title === '' ? [] : [bold(plain(title))]), ...lines.map(({ text }) => (title === '' ? text : shifted(text)))].join('\n')).join('\n\n');
}

function allLines(sections: readonly BoardSection[], heading: (title: string) => string): readonly BoardLine[] {
  const empty: BoardLine = { text: '', item: null };
  return sections.flatMap(({ title, lines }, index) => [...(index === 0 ? [] : [empty]), ...(title === '' ? [] : [{ text: heading(title), item: null }]), ...lines]);
}

/** Which lines of how many, where there are more. */
function seen(from: number, room: number, length: number): string {
  return length <= room ? '' : `  ${from + 1}-${Math.min(from + room, length)} of ${length}`;
}

function filled(lines: readonly string[], room: number): readonly string[] {
  return [...lines, ...Array.from({ length: Math.max(0, room - lines.length) }, () => '')];
}

function footer({ isFiltering, filter, message }: BoardState, seenLines: string, columns: number, screen: Screen): string {
  const { dim, yellow } = paint(screen);
  if (isFiltering) return fitted(`/${plain(filter)}_`, columns);
  if (message !== '') return yellow(fitted(plain(plainLines(message).split('\n').join('  ')), columns));
  return dim(fitted(`${filter === '' ? '' : `/${plain(filter)}  Escape shows all  `}Enter open  c claim  a acknowledge  / filter  ? help  q quit${seenLines}`, columns));
}

const shifted = (text: string): string => (text === '' ? '' : `${' '.repeat(INDENT)}${text}`);
const fitted = (text: string, columns: number): string => cut(text, columns);

/** Most lines fit already; one with colours is cut only where it must be, and loses them. */
function clipped(line: string, columns: number): string {
  const bare = line.replace(COLOUR, '');
  return widthOf(bare) <= columns ? line : cut(bare, columns);
}
