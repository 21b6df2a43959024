/**
 * What is on the board beside its figures: which line is chosen, what is looked for, what is laid over it.
 *
 *   list --/--> filter --Enter--> list     list --Enter--> text --q, Escape--> list     list --?--> text (help)
 *   list, text --q, Ctrl-C--> over
 */

/** Something on the board that can be chosen. */
export interface BoardItem {
  /** The same after a refresh. */
  readonly key: string;
  readonly kind: 'task' | 'held' | 'blocker' | 'handoff' | 'agent';
  /** By which verbs know it. */
  readonly name: string;
}

/** A text laid over the board. */
export interface Pane {
  readonly lines: readonly string[];
  /** The first line that is seen. */
  readonly top: number;
}

export interface BoardState {
  /** Its words are being typed. */
  readonly isFiltering: boolean;
  readonly filter: string;
  /** Key of the item chosen; null: the first. */
  readonly chosen: string | null;
  readonly pane: Pane | null;
  /** What came of the last key. */
  readonly message: string;
  /** Whoever sits there wants to know when it was read again. */
  readonly isAsked: boolean;
  /** Why it could not be read last. */
  readonly trouble: string | null;
}

export const FIRST_STATE: BoardState = { isFiltering: false, filter: '', chosen: null, pane: null, message: '', isAsked: false, trouble: null };

export interface Key {
  /** `up`, `return`, `c` and the like; empty for what has no name. */
  readonly name: string;
  readonly ctrl: boolean;
  /** What it writes; empty for keys that write nothing. */
  readonly text: string;
}

/** What is to be done about it, outside of the state. */
export type Ask = { readonly do: 'quit' } | { readonly do: 'stop' | 'refresh' | 'help' } | ItemAsk;

export interface ItemAsk {
  readonly do: 'open' | 'claim' | 'acknowledge';
  readonly item: BoardItem;
}

export interface Pressed {
  readonly state: BoardState;
  readonly ask: Ask | null;
}

/** What is seen when a key is pressed: items that the filter leaves, and how many lines fit. */
export interface Seen {
  readonly items: readonly BoardItem[];
  readonly rows: number;
}

export function press(state: BoardState, key: Key, seen: Seen): Pressed {
  if (key.ctrl && key.name === 'c') return { state, ask: { do: 'quit' } };
  if (key.ctrl && key.name === 'z') return { state, ask: { do: 'stop' } };
  const quiet = { ...state, message: '' };
  if (state.isFiltering) return { state: typed(quiet, key), ask: null };
  return state.pane === null ? pressedOnList(quiet, key, seen) : pressedOnPane(quiet, state.pane, key, seen.rows);
}

/** `trouble`: why it cannot be read, which is told until it can. */
export function wasRead(state: BoardState, trouble: string | null): BoardState {
  const isOver = state.trouble !== null && state.message === state.trouble;
  return { ...state, isAsked: false, trouble, message: trouble ?? (state.isAsked ? 'Read again.' : isOver ? '' : state.message) };
}

/** The item chosen, or the first where it is gone. */
export function chosenOf(state: BoardState, items: readonly BoardItem[]): BoardItem | null {
  return items.find(({ key }) => key === state.chosen) ?? items[0] ?? null;
}

const MOST_TYPED = 100;
const cutTo = (words: string): string => Array.from(words).slice(0, MOST_TYPED).join('');

function typed(state: BoardState, { name, ctrl, text }: Key): BoardState {
  switch (name) {
    case 'return':
    case 'enter':
      return { ...state, isFiltering: false };
    case 'escape':
      return { ...state, isFiltering: false, filter: '' };
    case 'backspace':
      return { ...state, filter: Array.from(state.filter).slice(0, -1).join('') };
    default:
      return ctrl && name === 'u' ? { ...state, filter: '' } : { ...state, filter: cutTo(state.filter + text) };
  }
}

const STEPS: Readonly<Record<string, (rows: number) => number>> = {
  up: () => -1,
  k: () => -1,
  down: () => 1,
  j: () => 1,
  pageup: (rows) => -rows,
  pagedown: (rows) => rows,
  home: () => -Infinity,
  g: () => -Infinity,
  end: () => Infinity,
};

function pressedOnList(before: BoardState, key: Key, { items, rows }: Seen): Pressed {
  const item = chosenOf(before, items);
  // What was chosen by itself stays chosen when there is more to be seen.
  const state = { ...before, chosen: item?.key ?? null };
  const step = STEPS[key.name]?.(Math.max(1, rows - 1));
  if (step !== undefined) return { state: { ...state, chosen: items[bounded(indexOf(items, item) + step, items.length)]?.key ?? null }, ask: null };
  switch (key.text === '' ? key.name : key.text) {
    case 'q':
      return { state, ask: { do: 'quit' } };
    case 'r':
      return { state: { ...state, isAsked: true }, ask: { do: 'refresh' } };
    case '?':
      return { state, ask: { do: 'help' } };
    case '/':
      return { state: { ...state, isFiltering: true }, ask: null };
    case 'c':
      return item?.kind === 'task' ? { state, ask: { do: 'claim', item } } : told(state, 'c claims a task: choose one that is ready.');
    case 'a':
      return item?.kind === 'blocker' || item?.kind === 'handoff' ? { state, ask: { do: 'acknowledge', item } } : told(state, 'a acknowledges a blocker or a handoff: choose one.');
    default:
      return pressedByName(state, key.name, item);
  }
}

function pressedByName(state: BoardState, name: string, item: BoardItem | null): Pressed {
  if (name === 'escape') return { state: { ...state, filter: '' }, ask: null };
  const isEnter = name === 'return' || name === 'enter';
  return { state, ask: isEnter && item !== null ? { do: 'open', item } : null };
}

function pressedOnPane(state: BoardState, pane: Pane, { name }: Key, rows: number): Pressed {
  if (['q', 'escape', 'return', 'enter'].includes(name)) return { state: { ...state, pane: null }, ask: null };
  const top = bounded(pane.top + (STEPS[name]?.(Math.max(1, rows - 1)) ?? 0), Math.max(1, pane.lines.length - rows + 1));
  return { state: { ...state, pane: { ...pane, top } }, ask: null };
}

const told = (state: BoardState, message: string): Pressed => ({ state: { ...state, message }, ask: null });
const indexOf = (items: readonly BoardItem[], item: BoardItem | null): number => (item === null ? -1 : items.indexOf(item));
/** From 0 to below `length`. */
const bounded = (index: number, length: number): number => Math.max(0, Math.min(index, length - 1));
