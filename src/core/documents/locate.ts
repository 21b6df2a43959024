/** From a pointer to the stretch of text it means. */
import { isMap, isScalar, isSeq } from 'yaml';
import type { Node, Pair, YAMLMap } from 'yaml';
import type { Pointer } from '../model.ts';
import { composeYaml } from './compose-yaml.ts';

export interface Stretch {
  readonly offset: number;
  readonly length: number;
}

/** Parses once, then answers for many pointers. A pointer that leads nowhere gives its nearest existing parent. */
export function locator(yaml: string, base = 0): (pointer: Pointer, at?: 'key' | 'value') => Stretch {
  const composed = composeYaml(yaml);
  const root = 'tooDeep' in composed ? null : (composed.documents[0]?.contents ?? null);
  const pairOf = pairFinder();
  return (pointer, at = 'value') => {
    const found = walk(root, pointer, at, pairOf);
    return { offset: base + found.offset, length: found.length };
  };
}

type PairOf = (map: YAMLMap, key: string | number) => Pair | null;

/** A mapping of ten thousand keys is gone through once, not once a problem. The first of equal keys counts. */
function pairFinder(): PairOf {
  const known = new Map<YAMLMap, Map<string, Pair>>();
  return (map, key) => {
    const pairs = known.get(map) ?? pairsByKey(map);
    known.set(map, pairs);
    return pairs.get(String(key)) ?? null;
  };
}

function pairsByKey(map: YAMLMap): Map<string, Pair> {
  const scalars = map.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : []));
  return new Map(scalars.reverse());
}

function walk(root: Node | null, pointer: Pointer, at: 'key' | 'value', pairOf: PairOf): Stretch {
  let node: Node | null = root;
  let last: Stretch = { offset: root?.range?.[0] ?? 0, length: 1 };
  for (const [depth, step] of pointer.entries()) {
    const pair: Pair | null = isMap(node) ? pairOf(node, step) : null;
    const child: unknown = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined;
    if (pair === null && child === undefined) return last;
    const key = pair && isScalar(pair.key) && pair.key.range ? stretch(pair.key.range) : null;
    const isLast = depth === pointer.length - 1;
    if (isLast && at === 'key' && key) return key;
    node = (child ?? null) as Node | null;
    const own = node?.range && node.range[1] > node.range[0] ? firstLineOnly(node) : null;
    last = own ?? key ?? last;
  }
  return last;
}

/** A collection is shown by its beginning: a mark over many lines says nothing. */
function firstLineOnly(node: Node): Stretch | null {
  if (!node.range) return null;
  const isCollection = isMap(node) || isSeq(node);
  const first: unknown = isMap(node) ? node.items[0]?.key : null;
  if (isCollection && isScalar(first) && first.range) return stretch(first.range);
  return stretch(node.range);
}

function stretch(range: readonly [number, number, ...number[]]): Stretch {
  return { offset: range[0], length: Math.max(1, range[1] - range[0]) };
}
