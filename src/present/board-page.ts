/** The board as the lines of a terminal: what fits around the line that is chosen, and below it what keys do. */
import { chosenOf } from '../core/board/board-state.ts';
import type { BoardItem, BoardState, ItemAsk, Pane } from '../core/board/board-state.ts';
import type { BoardLine, BoardSection } from './board-sections.ts';
import { paint } from './paint.ts';
import { plain, plainLines } from './plain.ts';
import type { Screen } from './screen.ts';
import { cut, widthOf } from './width.ts';

/** How far the lines of a section stand to the right: there is the mark of the one that is chosen. */
export const INDENT = 2;
const MARK = '> ';
const COLOUR = /\u001B\[\d+m/g;

export const KEYS = [
  'Up, Down, j, k, PageUp, PageDown, Home, End   choose a line',
  'Enter    open it: a task, a blocker, a handoff, the tasks of an agent',
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
export function boardPage(sections: readonly BoardSection[], state: BoardState, { columns, rows }: PageSize, screen: Screen): readonly string[] {
  const { dim, cyan, bold } = paint(screen);
  const room = roomOf(rows);
  if (state.pane !== null) return [...paneLines(state.pane, room), dim(fitted(`${paneWords(state.pane, room)}up and down  q back`, columns))].map((line) => clipped(line, columns));
  const chosen = chosenOf(state, itemsOf(sections));
  const lines = allLines(sections, (title) => bold(plain(title)));
  const at = lines.findIndex(({ item }) => item !== null && item.key === chosen?.key);
  const shown = lines.slice(...windowOf(at, room, lines.length)).map(({ text, item }) => (item !== null && item.key === chosen?.key ? `${cyan(MARK)}${text}` : shifted(text)));
  const body = lines.length === 0 ? [dim('  Nothing has these words.')] : shown;
  return [...body, ...Array.from({ length: Math.max(0, room - body.length) }, () => ''), footer(state, columns, screen)].map((line) => clipped(line, columns));
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

/** The chosen line in the middle, as far as there is something above and below it. */
function windowOf(at: number, room: number, length: number): [from: number, to: number] {
  const from = Math.max(0, Math.min(at - Math.floor(room / 2), length - room));
  return [from, from + room];
}

function paneLines({ lines, top }: Pane, room: number): readonly string[] {
  const shown = lines.slice(top, top + room);
  return [...shown, ...Array.from({ length: room - shown.length }, () => '')];
}

function paneWords({ lines, top }: Pane, room: number): string {
  return lines.length <= room ? '' : `line ${top + 1} of ${lines.length}  `;
}

function footer({ isFiltering, filter, message }: BoardState, columns: number, screen: Screen): string {
  const { dim, yellow } = paint(screen);
  if (isFiltering) return fitted(`/${plain(filter)}_`, columns);
  if (message !== '') return yellow(fitted(plain(plainLines(message).split('\n').join('  ')), columns));
  return dim(fitted(`${filter === '' ? '' : `/${plain(filter)}  Escape shows all  `}Enter open  c claim  a acknowledge  / filter  ? help  q quit`, columns));
}

const shifted = (text: string): string => (text === '' ? '' : `${' '.repeat(INDENT)}${text}`);
const fitted = (text: string, columns: number): string => cut(text, columns);

/** Most lines fit already; one with colours is cut only where it must be, and loses them. */
function clipped(line: string, columns: number): string {
  const bare = line.replace(COLOUR, '');
  return widthOf(bare) <= columns ? line : cut(bare, columns);
}
