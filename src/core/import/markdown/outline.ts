/** A Markdown document as sections below headings, each with its paragraphs, lists, tables and fences, and the lines they stand on. */

/** A stretch of text without its marks, and what the marks said. */
export interface Inline {
  readonly text: string;
  /** What is bold at the very beginning; null: nothing is. */
  readonly lead: string | null;
  /** What stands between backticks. */
  readonly code: readonly string[];
  /** All of it is struck out. */
  readonly struck: boolean;
}

export interface Item {
  readonly inline: Inline;
  readonly line: number;
  /** null: it has no box. broken: a box was begun. */
  readonly box: 'open' | 'done' | 'doing' | 'dropped' | 'broken' | null;
  readonly blocks: readonly Block[];
  /** In an ordered list: its number, and the line its list begins on. */
  readonly ordinal: { readonly list: number; readonly number: number } | null;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly line: number; readonly inline: Inline }
  | { readonly kind: 'list'; readonly line: number; readonly ordered: boolean; readonly items: readonly Item[] }
  | { readonly kind: 'table'; readonly line: number; readonly head: readonly Inline[]; readonly rows: readonly { readonly line: number; readonly cells: readonly Inline[] }[] }
  | { readonly kind: 'fence'; readonly line: number; readonly language: string; readonly text: string };

export type List = Extract<Block, { kind: 'list' }>;
export type Table = Extract<Block, { kind: 'table' }>;
export type Fence = Extract<Block, { kind: 'fence' }>;

export interface Section {
  /** 0 for the document itself. */
  readonly level: number;
  readonly heading: Inline;
  readonly line: number;
  readonly blocks: readonly Block[];
  readonly children: readonly Section[];
}

export const NO_TEXT: Inline = { text: '', lead: null, code: [], struck: false };

/** This section and all below it, in order. */
export function sectionsOf(section: Section): readonly Section[] {
  const found: Section[] = [];
  const add = (one: Section): void => {
    found.push(one);
    one.children.forEach(add);
  };
  add(section);
  return found;
}

/** No heading stands below its own. */
export const isLeaf = (section: Section): boolean => section.children.length === 0;
