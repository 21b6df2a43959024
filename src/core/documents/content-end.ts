import { isCollection, isPair } from 'yaml';
import type { Node } from 'yaml';

/** Where the last entry of a block ends: the block's own range takes in the comments that follow. */
export function contentEnd(text: string, node: Node): number {
  const [start, end] = node.range ?? [0, 0];
  if (!isCollection(node) || node.flow === true) return end;
  const last: unknown = node.items.at(-1);
  const value = (isPair(last) ? last.value : last) as Node | null;
  if (value?.range && value.range[1] > value.range[0]) return contentEnd(text, value);
  const from = isPair(last) ? ((last.key as Node | null)?.range?.[1] ?? start) : (value?.range?.[0] ?? end);
  return isPair(last) ? text.indexOf(':', from) + 1 : from;
}
