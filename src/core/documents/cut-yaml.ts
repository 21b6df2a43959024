/** Cuts YAML text into the lines of its fields, with the comments above each, so that a field can be taken from another version of it. */
import { isCollection, isMap, isScalar, visit } from 'yaml';
import type { Document, Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { editYaml } from './edit-yaml.ts';
import type { Rules } from './merge-rules.ts';
import type { Outline, Piece } from './outline.ts';
import { contentEnd } from './content-end.ts';
import type { Writable } from './print-scalar.ts';
import { parseCarefully } from './read-yaml.ts';
import { isRecord } from './with-value.ts';

type Path = readonly string[];

/** null where it is broken, is no block of fields, or has anchors, aliases or tags, whose parts do not stand for themselves. */
export function cutYaml(text: string, name: Rules['name']): Outline | null {
  const { document, value, problems } = parseCarefully(text, { file: '', offset: 0 });
  if (problems.length > 0) return null;
  if (document === null || document.contents === null) return { kind: 'fields', pieces: [], tail: text };
  if (!isBlock(document.contents) || !isMap(document.contents) || hasMarks(document)) return null;
  const cutter: Cutter = { text, name };
  const cut = cutBlock(cutter, document.contents, value, { from: 0, path: [] });
  return cut && { kind: 'fields', pieces: cut.pieces, tail: text.slice(cut.end) };
}

interface Cutter {
  readonly text: string;
  readonly name: Rules['name'];
}

/** `from`: where the lines begin that no field before has taken. */
interface At {
  readonly from: number;
  readonly path: Path;
}

interface Cut {
  readonly pieces: readonly Piece[];
  readonly end: number;
}

function hasMarks(document: Document.Parsed): boolean {
  let found = false;
  visit(document, {
    Alias: () => {
      found = true;
      return visit.BREAK;
    },
    Node: (_, node) => {
      if ((isScalar(node) || isCollection(node)) && (node.anchor !== undefined || node.tag !== undefined)) found = true;
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}

function isBlock(node: unknown): node is YAMLMap | YAMLSeq {
  return isCollection(node) && node.flow !== true && node.items.length > 0;
}

/** null: some part does not begin on a line of its own. */
function cutBlock(cutter: Cutter, block: YAMLMap | YAMLSeq, value: unknown, { from, path }: At): Cut | null {
  const pieces: Piece[] = [];
  let end = from;
  for (const [index, item] of block.items.entries()) {
    const cut = isMap(block) ? cutField(cutter, item as Pair, value, { from: end, path }) : cutEntry(cutter, item as Node, (value as unknown[])[index], { from: end, path });
    if (cut === null) return null;
    pieces.push(cut.piece);
    end = cut.end;
  }
  return new Set(pieces.map(({ key }) => key)).size === pieces.length ? { pieces, end } : null;
}

function cutField(cutter: Cutter, { key, value: node }: Pair, holder: unknown, { from, path }: At): { piece: Piece; end: number } | null {
  if (!isScalar(key) || !key.range || !isRecord(holder)) return null;
  const { text } = cutter;
  const name = String(key.value);
  // A key that is empty reads as one that has no letters, and is no word of its own.
  if (!Object.hasOwn(holder, name)) return null;
  const start = lineStart(text, key.range[0]);
  if (start < from || !/^(?: *| *- +)$/.test(text.slice(start, key.range[0]))) return null;
  const value = holder[name];
  const colon = text.indexOf(':', key.range[1]);
  const head = lineEnd(text, colon);
  const inner = isBlock(node) && (node.range?.[0] ?? 0) >= head ? cutBlock(cutter, node, value, { from: head, path: [...path, name] }) : null;
  const end = inner?.end ?? lineEnd(text, isNode(node) && !isNothing(node) ? contentEnd(text, node) : colon);
  const own = { key: name, lead: text.slice(from, start), value, column: key.range[0] - start };
  const rewrite = (to: Writable): string | null => edited(withoutDash(text.slice(start, end), own.column), name, to);
  if (inner === null) return { piece: { ...own, head: withoutDash(text.slice(start, end), own.column), outline: null, dash: null, rewrite }, end };
  const outline: Outline = { kind: isMap(node) ? 'fields' : 'list', pieces: inner.pieces, tail: '' };
  return { piece: { ...own, head: withoutDash(text.slice(start, head), own.column), outline, dash: null, rewrite }, end };
}

function cutEntry(cutter: Cutter, node: Node, value: unknown, { from, path }: At): { piece: Piece; end: number } | null {
  const { text, name } = cutter;
  const [at] = node.range ?? [0];
  const start = lineStart(text, at);
  const dash = /^ *-(?= +$)/.exec(text.slice(start, at))?.[0];
  if (dash === undefined || start < from) return null;
  const own = { key: name(path, value), lead: text.slice(from, start), value, column: at - start };
  const inner = isBlock(node) && isMap(node) ? cutBlock(cutter, node, value, { from: start, path: [...path, own.key] }) : null;
  const end = inner?.end ?? lineEnd(text, contentEnd(text, node));
  const rewrite = (to: Writable): string | null => edited(text.slice(start, end), 0, to);
  if (inner === null) return { piece: { ...own, head: text.slice(start, end), outline: null, dash: null, rewrite }, end };
  return { piece: { ...own, head: '', outline: { kind: 'fields', pieces: inner.pieces, tail: '' }, dash: dash.length - 1, rewrite }, end };
}

function edited(text: string, key: string | number, value: Writable): string | null {
  const result = editYaml(text, [{ pointer: [key], value }]);
  return result.ok ? result.text : null;
}

const isNode = (value: unknown): value is Node => isScalar(value) || isCollection(value);
const isNothing = ({ range }: Node): boolean => range === undefined || range === null || range[0] === range[1];

/** The first field of a list's entry, as the others stand. */
function withoutDash(text: string, column: number): string {
  return text.slice(0, column).replace('-', ' ') + text.slice(column);
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Behind the line break that follows; where a block of text ends with its own, there. */
function lineEnd(text: string, at: number): number {
  if (at > 0 && text[at - 1] === '\n') return at;
  const found = text.indexOf('\n', at);
  return found === -1 ? text.length : found + 1;
}
