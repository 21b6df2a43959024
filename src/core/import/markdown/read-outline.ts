/** Markdown to its outline, by markdown-it: it reads in linear time and knows the line of each block. */
import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import type { Block, Inline, Item, Section } from './outline.ts';
import { NO_TEXT } from './outline.ts';

/** Links and HTML are text here; nothing is ever rendered. */
const PARSER = new MarkdownIt({ html: true, linkify: false, typographer: false });
/** The same without looking into a stretch of text: most hold nothing that means anything, and the others are looked into one by one. */
const BLOCKS = new MarkdownIt({ html: true });
BLOCKS.core.ruler.enableOnly(['normalize', 'block', 'strip_references']);

/** `before`: lines of the file that stand above the text. */
export function readOutline(text: string, before = 0): Section {
  const links: Links = {};
  const cursor = new Cursor(BLOCKS.parse(text, links), links, before);
  const open: Building[] = [{ level: 0, heading: NO_TEXT, line: before + 1, blocks: [], children: [] }];
  while (!cursor.isDone()) {
    const token = cursor.peek();
    if (token?.type === 'heading_open') addSection(open, Number(token.tag.slice(1)), cursor);
    else addBlock(open.at(-1)?.blocks ?? [], cursor.block());
  }
  return open[0] as Building;
}

/** The targets of links that a document names, in `references`; absent: it names none. */
type Links = Parameters<typeof PARSER.parseInline>[1] & {};

interface Building extends Section {
  readonly blocks: Block[];
  readonly children: Building[];
}

function addSection(open: Building[], level: number, cursor: Cursor): void {
  const line = cursor.line();
  const section: Building = { level, heading: cursor.heading(), line, blocks: [], children: [] };
  while ((open.at(-1)?.level ?? 0) >= level) open.pop();
  open.at(-1)?.children.push(section);
  open.push(section);
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
      if (token.type === 'inline') rows.at(-1)?.cells.push(this.#inline(token.content));
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
      if (token.type === 'inline') inline = this.#inline(token.content);
    }
    return inline;
  }

  /** Where no link can begin and no sign stands, the text is what is written. */
  #inline(content: string): Inline {
    const isPlain = !SIGN.test(content) && (this.#links.references === undefined || !content.includes('['));
    return isPlain ? { ...NO_TEXT, text: unbroken(content) } : inlineOf(PARSER.parseInline(content, this.#links)[0]?.children ?? []);
  }
}

/** What may begin or end anything but text; brackets only begin a link where its target follows or is named elsewhere. */
const SIGN = /[\\`*_~]|&#?\w|<[A-Za-z/!?]|\]\(/;

const unbroken = (content: string): string => (content.includes('\n') ? content.replace(/ *\n[ \t]*/g, '\n') : content).trim();

function inlineOf(parts: readonly Token[]): Inline {
  const text = parts.map(textOf).join('').trim();
  const code = parts.filter(({ type }) => type === 'code_inline').map(({ content }) => content);
  const first = parts.findIndex((part) => textOf(part).replace(/^\s*\[[ xX~/>-]?\]\s/, '').trim() !== '' || part.type === 'strong_open' || part.type === 's_open');
  const isStruck = parts[first]?.type === 's_open' && parts.findIndex(({ type }) => type === 's_close') >= parts.length - 2;
  return { text, lead: leadOf(parts), code, struck: isStruck };
}

function textOf({ type, content }: Token): string {
  if (type === 'softbreak' || type === 'hardbreak') return '\n';
  return type === 'text' || type === 'code_inline' || type === 'text_special' || type === 'image' ? content : '';
}

/** What is bold at the beginning, boxes and marks before it aside. */
function leadOf(parts: readonly Token[]): string | null {
  const start = parts.findIndex(({ type }) => type === 'strong_open');
  if (start === -1 || !/^[^\p{L}\p{N}]*(?:\[[ xX~/>-]?\])?[^\p{L}\p{N}]*$/u.test(parts.slice(0, start).map(textOf).join(''))) return null;
  const end = parts.findIndex(({ type }, index) => index > start && type === 'strong_close');
  const lead = parts.slice(start, end === -1 ? undefined : end).map(textOf).join('').trim();
  return lead === '' ? null : lead;
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
