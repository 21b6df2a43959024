/** Markdown to its outline, by markdown-it: it reads in linear time and knows the line of each block. */
import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import type { Block, Inline, Item, Section } from './outline.ts';
import { NO_TEXT } from './outline.ts';
import { readInline } from './read-inline.ts';
import type { Links } from './read-inline.ts';

/** Stretches of text are looked into one by one. */
const BLOCKS = new MarkdownIt({ html: true });
BLOCKS.core.ruler.enableOnly(['normalize', 'block', 'strip_references']);
// Tokens take many times as much room as what they say: those of blocks that are through are read at once, and forgotten.
BLOCKS.block.ruler.before('table', 'hand_over', ({ level, tokens, env }) => {
  if (level === 0 && tokens.length >= AT_ONCE && env['outline'] instanceof Outline) env['outline'].add(tokens.splice(0));
  return false;
});
const AT_ONCE = 1000;

/** `before`: lines of the file that stand above the text. */
export function readOutline(text: string, before = 0): Section {
  const links: Links = {};
  const outline = new Outline(links, before);
  // The target of a link may be named at the end: then nothing can be read before all is known.
  if (!text.includes(']:')) links['outline'] = outline;
  outline.add(BLOCKS.parse(text, links));
  return outline.document;
}

interface Building extends Section {
  readonly blocks: Block[];
  readonly children: Building[];
}

class Outline {
  readonly document: Building;
  readonly #links: Links;
  readonly #before: number;
  /** The last section, below those that it stands in. */
  readonly #open: Building[];

  constructor(links: Links, before: number) {
    this.document = { level: 0, heading: NO_TEXT, line: before + 1, blocks: [], children: [] };
    this.#links = links;
    this.#before = before;
    this.#open = [this.document];
  }

  /** Tokens of whole blocks, in their order. */
  add(tokens: readonly Token[]): void {
    const cursor = new Cursor(tokens, this.#links, this.#before);
    while (!cursor.isDone()) {
      const token = cursor.peek();
      if (token?.type === 'heading_open') this.#addSection(Number(token.tag.slice(1)), cursor);
      else addBlock(this.#open.at(-1)?.blocks ?? [], cursor.block());
    }
  }

  #addSection(level: number, cursor: Cursor): void {
    const line = cursor.line();
    const section: Building = { level, heading: cursor.heading(), line, blocks: [], children: [] };
    while ((this.#open.at(-1)?.level ?? 0) >= level) this.#open.pop();
    this.#open.at(-1)?.children.push(section);
    this.#open.push(section);
  }
}

/** null: it is nothing of ours. */
function addBlock(blocks: Block[], block: Block | null): void {
  if (block !== null) blocks.push(block);
}

class Cursor {
  readonly #tokens: readonly Token[];
  readonly #links: Links;
  readonly #before: number;
  #at = 0;
  #line = 1;

  constructor(tokens: readonly Token[], links: Links, before: number) {
    this.#tokens = tokens;
    this.#links = links;
    this.#before = before;
  }

  isDone(): boolean {
    return this.#at >= this.#tokens.length;
  }

  peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  /** Of the next token, or of the last one that knew its line. */
  line(): number {
    const start = this.peek()?.map?.[0];
    if (start !== undefined) this.#line = start + 1 + this.#before;
    return this.#line;
  }

  heading(): Inline {
    return this.#inlineUntil('heading_close');
  }

  /** The next block; null: it is nothing of ours. */
  block(): Block | null {
    const line = this.line();
    const token = this.peek();
    switch (token?.type) {
      case 'paragraph_open':
        return { kind: 'paragraph', line, inline: this.#inlineUntil('paragraph_close') };
      case 'bullet_list_open':
      case 'ordered_list_open':
        return this.#list(line, token.type === 'ordered_list_open');
      case 'table_open':
        return this.#table(line);
      case 'fence':
      case 'code_block':
        this.#at++;
        return { kind: 'fence', line, language: (token.info.trim().split(/[\s{:]/)[0] ?? '').toLowerCase(), text: token.content };
      default:
        this.#at++;
        return null;
    }
  }

  #list(line: number, ordered: boolean): Block {
    const close = ordered ? 'ordered_list_close' : 'bullet_list_close';
    const items: Item[] = [];
    this.#at++;
    while (!this.isDone() && this.peek()?.type !== close) {
      if (this.peek()?.type === 'list_item_open') items.push(this.#item(ordered ? line : null));
      else this.#at++;
    }
    this.#at++;
    return { kind: 'list', line, ordered, items };
  }

  #item(list: number | null): Item {
    const line = this.line();
    const ordinal = list === null ? null : { list, number: Number(this.peek()?.info) };
    const blocks: Block[] = [];
    let text: Inline | null = null;
    this.#at++;
    while (!this.isDone() && this.peek()?.type !== 'list_item_close') {
      const block: Block | null = this.peek()?.type === 'heading_open' ? { kind: 'paragraph', line: this.line(), inline: this.heading() } : this.block();
      if (text === null && blocks.length === 0 && block?.kind === 'paragraph') text = block.inline;
      else addBlock(blocks, block);
    }
    this.#at++;
    const { inline, box } = boxed(text ?? NO_TEXT);
    return { inline, line, box, blocks, ordinal };
  }

  #table(line: number): Block {
    const head: Inline[] = [];
    const rows: { line: number; cells: Inline[] }[] = [];
    for (const token of this.#until('table_close')) {
      if (token.type === 'tr_open' && token.map) rows.push({ line: token.map[0] + 1 + this.#before, cells: [] });
      if (token.type === 'inline') rows.at(-1)?.cells.push(readInline(token.content, this.#links));
    }
    head.push(...(rows.shift()?.cells ?? []));
    return { kind: 'table', line, head, rows };
  }

  /** All up to the closing token, which is passed over too. */
  #until(close: string): readonly Token[] {
    const start = this.#at;
    while (!this.isDone() && this.peek()?.type !== close) this.#at++;
    this.#at++;
    return this.#tokens.slice(start, this.#at);
  }

  /** The stretch of text up to the closing token, which is passed over too. */
  #inlineUntil(close: string): Inline {
    let inline = NO_TEXT;
    for (let token = this.peek(); token !== undefined; token = this.peek()) {
      this.#at++;
      if (token.type === close) break;
      if (token.type === 'inline') inline = readInline(token.content, this.#links);
    }
    return inline;
  }
}

const BOXES: readonly (readonly [RegExp, Exclude<Item['box'], null>])[] = [
  [/^\[[ \u00a0\u3000]?\](?:\s+|$)/, 'open'],
  [/^\[[xX✓✔√]\](?:\s+|$)/, 'done'],
  [/^\[[/~>]\](?:\s+|$)/, 'doing'],
  [/^\[-\](?:\s+|$)/, 'dropped'],
  [/^[☐□◻⬜]\ufe0f?\s*/u, 'open'],
  [/^[☑☒✔]\ufe0f?\s*/u, 'done'],
  [/^\[\s+(?=[^\]\s])(?![^\]\n]*\])/, 'broken'],
];

function boxed(inline: Inline): Pick<Item, 'inline' | 'box'> {
  if (/^[\p{L}\p{N}]/u.test(inline.text)) return { inline, box: null };
  for (const [form, box] of BOXES) {
    const found = form.exec(inline.text);
    if (found) return { inline: { ...inline, text: inline.text.slice(found[0].length) }, box };
  }
  return { inline, box: null };
}
