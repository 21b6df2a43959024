/**
 * Changes values in YAML text by splicing the ranges of its nodes: comments, order, quoting, blank lines and line
 * endings stay as they were. The result is parsed again and must differ by exactly what was asked, else nothing is given.
 */
import { isAlias, isCollection, isMap, isScalar, isSeq } from 'yaml';
import type { Document, Node, Pair, YAMLMap } from 'yaml';
import type { Pointer } from '../model.ts';
import type { Problem } from '../problem/problem.ts';
import { contentEnd } from './content-end.ts';
import { printText, printValue } from './print-scalar.ts';
import type { Writable } from './print-scalar.ts';
import { parseCarefully } from './read-yaml.ts';
import { sameValue } from './same-value.ts';
import { withValue } from './with-value.ts';

export interface Edit {
  readonly pointer: Pointer;
  readonly value: Writable;
}

/** `reason` ends a sentence that begins "cannot be edited: ". */
export type Edited = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function editYaml(text: string, edits: readonly Edit[]): Edited {
  const before = parseOne(text);
  if ('reason' in before) return { ok: false, reason: before.reason };
  const splices: Splice[] = [];
  for (const edit of edits) {
    const splice = spliceFor(text, before.document, edit);
    if ('reason' in splice) return { ok: false, reason: splice.reason };
    splices.push(splice);
  }
  const result = applied(text, splices);
  const after = parseOne(result);
  if ('reason' in after) return { ok: false, reason: `the change would break it: ${after.reason}` };
  const intended = edits.reduce<unknown>((value, edit) => withValue(value, edit.pointer, edit.value), before.value);
  if (!sameValue(after.value, intended)) return { ok: false, reason: 'the change would alter more than the value asked for' };
  return { ok: true, text: result };
}

type Parsed = { readonly document: Document.Parsed; readonly value: unknown } | { readonly reason: string };

function parseOne(text: string): Parsed {
  const { document, value, problems } = parseCarefully(text, { file: '', offset: 0 });
  const found = problems[0];
  if (found) return { reason: REASONS[found.code] ?? (found.code === 'yaml-syntax' ? found.facts.reason : found.code) };
  return document ? { document, value } : { reason: 'it is empty' };
}

const REASONS: Partial<Record<Problem['code'], string>> = {
  'too-deep': 'it is nested too deeply',
  'duplicate-key': 'a key stands in it twice',
  'alias-bomb': 'its aliases expand too far',
};

function spliceFor(text: string, document: Document.Parsed, edit: Edit): Splice | { reason: string } {
  const parent = edit.pointer.slice(0, -1);
  const last = edit.pointer.at(-1);
  if (last === undefined) return { reason: 'the whole document cannot be replaced' };
  const holder = nodeAt(document.contents, parent);
  if ('reason' in holder) return holder;
  if (isSeq(holder.node)) {
    const item = holder.node.items[Number(last)] as Node | undefined;
    return item ? replaceNode(text, item, edit.value, holder.node.flow === true) : { reason: `there is no entry ${String(last)} in that list` };
  }
  if (!isMap(holder.node)) return { reason: 'the place to change is not in a mapping' };
  const pair = pairOf(holder.node, last);
  return pair ? replaceValue(text, pair, edit.value, holder.node.flow === true) : insertPair(text, holder.node, String(last), edit.value);
}

function nodeAt(root: Node | null, pointer: Pointer): { node: Node | null } | { reason: string } {
  let node: Node | null = root;
  for (const step of pointer) {
    const next: unknown = isMap(node) ? pairOf(node, step)?.value : isSeq(node) ? node.items[Number(step)] : undefined;
    if (next === undefined || next === null) return { reason: `there is no ${String(step)} to change something in` };
    if (isAlias(next)) return { reason: 'it is an alias (*) of another place' };
    if (hasAnchor(next)) return { reason: 'it carries an anchor (&), so other places would change with it' };
    node = next as Node;
  }
  return { node };
}

function pairOf(map: YAMLMap, key: string | number): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
}

function replaceValue(text: string, pair: Pair, value: Writable, inFlow: boolean): Splice | { reason: string } {
  const node = pair.value as Node | null;
  if (node === null) {
    const end = (pair.key as Node).range?.[1] ?? 0;
    return { start: end, end, text: `: ${printValue(value, true)}` };
  }
  const [start, end] = node.range ?? [0, 0];
  if (start === end) return fillEmpty(text, text.indexOf(':', (pair.key as Node).range?.[1] ?? 0) + 1, printValue(value, inFlow));
  return replaceNode(text, node, value, inFlow);
}

/** `inFlow`: between brackets, where an absent value must be written out. */
function replaceNode(text: string, node: Node, value: Writable, inFlow: boolean): Splice | { reason: string } {
  if (isAlias(node)) return { reason: 'it is an alias (*) of another place' };
  if (hasAnchor(node)) return { reason: 'it carries an anchor (&), so other places would change with it' };
  if ((isScalar(node) || isCollection(node)) && node.tag !== undefined) return { reason: 'it carries a tag (!)' };
  const [start, end] = node.range ?? [0, 0];
  const printed = printValue(value, inFlow || end > start);
  if (start === end) return fillEmpty(text, start, printed);
  if (isCollection(node) && !/^[[{]/.test(text.slice(start, start + 1))) return replaceBlock(text, start, contentEnd(text, node), printed);
  if (isScalar(node) && /^[|>]/.test(text.slice(start, start + 1))) return { start, end: lastLineEnd(text, start, end), text: printed };
  return { start, end, text: value === null && !inFlow ? '' : printed };
}

/** An empty value is a stretch of no length, at the colon or after the blanks behind it. */
function fillEmpty(text: string, at: number, printed: string): Splice {
  const needsSpace = printed !== '' && !/[ \t]/.test(text.slice(at - 1, at));
  const beforeComment = printed !== '' && text[at] === '#';
  return { start: at, end: at, text: `${needsSpace ? ' ' : ''}${printed}${beforeComment ? ' ' : ''}` };
}

/** A block list becomes a flow list on the line where its first entry stood. */
function replaceBlock(text: string, start: number, end: number, printed: string): Splice {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = text.slice(lineStart, start);
  const ownLine = /^[ ]*$/.test(indent);
  const colon = ownLine ? text.lastIndexOf(':', lineStart - 1) : -1;
  const between = colon === -1 ? '' : text.slice(colon + 1, lineStart);
  if (colon !== -1 && /^\s*$/.test(between)) return { start: colon + 1, end: lastLineEnd(text, start, end), text: ` ${printed}` };
  return { start, end: lastLineEnd(text, start, end), text: ownLine && indent === '' ? `  ${printed}` : printed };
}

/** The end of a block without the line break that closes it. */
function lastLineEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /[\r\n\t ]/.test(text.slice(at - 1, at))) at--;
  return at;
}

function insertPair(text: string, map: YAMLMap, key: string, value: Writable): Splice | { reason: string } {
  const last = map.items.at(-1);
  const lastKey = last?.key as Node | undefined;
  if (map.flow === true) {
    const end = (map.range?.[1] ?? 1) - 1;
    const at = lastLineEnd(text, 0, end);
    return { start: at, end: at, text: `${map.items.length > 0 ? ', ' : ''}${printText(key)}: ${printValue(value, true)}` };
  }
  if (!last || !lastKey?.range) return { reason: 'the mapping to add to is empty' };
  const firstKey = map.items[0]?.key as Node | undefined;
  const column = columnOf(text, firstKey?.range?.[0] ?? 0);
  const lastEnd = Math.max(lastKey.range[1], (last.value as Node | null)?.range?.[1] ?? 0);
  const at = endOfLine(text, lastLineEnd(text, lastKey.range[0], lastEnd));
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return { start: at, end: at, text: `${newline}${' '.repeat(column)}${printText(key)}: ${printValue(value)}`.trimEnd() };
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1) - (text.startsWith('\uFEFF') && !text.slice(0, offset).includes('\n') ? 1 : 0);
}

function endOfLine(text: string, offset: number): number {
  const found = text.slice(offset).search(/\r?\n|$/);
  return offset + found;
}

function hasAnchor(node: unknown): boolean {
  return (isScalar(node) || isCollection(node)) && node.anchor !== undefined;
}

/** From the end on. A new line goes behind what fills the line before it. */
function applied(text: string, splices: readonly Splice[]): string {
  const ordered = splices.map((splice, index) => ({ ...splice, index, isLine: Number(/^\r?\n/.test(splice.text)) })).sort((a, b) => b.start - a.start || b.isLine - a.isLine || b.index - a.index);
  return ordered.reduce((result, { start, end, text: inserted }) => result.slice(0, start) + inserted + result.slice(end), text);
}
