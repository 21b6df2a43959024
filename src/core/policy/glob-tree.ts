/**
 * Globs by what they fix (glob.ts, `headsOf`), as a tree: those that meet a given one lie on its own way down, or below
 * the place where that way ends. So many globs are searched without comparing each with each.
 */
import { headsOf } from '../glob.ts';
import type { NamePattern, Part } from '../glob.ts';
import { partsMeet } from './overlap.ts';

export interface GlobNode {
  /** Counted from 0, the root, as nodes are made. */
  readonly id: number;
  readonly parent: GlobNode | null;
  readonly names: Map<string, GlobNode>;
  /** Children whose name is a pattern, by its text. */
  readonly patterns: Map<string, { readonly pattern: NamePattern; readonly node: GlobNode }>;
}

export interface GlobTree {
  readonly nodes: GlobNode[];
  readonly root: GlobNode;
}

export function emptyTree(): GlobTree {
  const root: GlobNode = { id: 0, parent: null, names: new Map(), patterns: new Map() };
  return { nodes: [root], root };
}

/** The nodes where the glob's alternatives end; made where they are missing. */
export function plant(tree: GlobTree, glob: string): readonly GlobNode[] {
  return headsOf(glob).map((head) => head.reduce((node, part) => childFor(tree, node, part), tree.root));
}

function childFor(tree: GlobTree, parent: GlobNode, part: Part): GlobNode {
  const known = typeof part === 'string' ? parent.names.get(part) : parent.patterns.get(part.text)?.node;
  if (known) return known;
  const node: GlobNode = { id: tree.nodes.length, parent, names: new Map(), patterns: new Map() };
  tree.nodes.push(node);
  if (typeof part === 'string') parent.names.set(part, node);
  else parent.patterns.set(part.text, { pattern: part, node });
  return node;
}

/** Called with each node whose globs meet the asked one: alone, or `whole` with all below it. Answers true to stop. */
export type Visit = (node: GlobNode, whole: boolean) => boolean;

/** `heads`: those of the asked glob. Answers whether a visit stopped it. */
export function visitMeeting({ root }: GlobTree, heads: readonly (readonly Part[])[], visit: Visit): boolean {
  return heads.some((head) => goDown(root, head, 0, visit));
}

function goDown(node: GlobNode, head: readonly Part[], depth: number, visit: Visit): boolean {
  const part = head[depth];
  if (part === undefined) return visit(node, true);
  if (visit(node, false)) return true;
  if (typeof part === 'string') {
    const child = node.names.get(part);
    if (child && goDown(child, head, depth + 1, visit)) return true;
  } else {
    for (const [name, child] of node.names) if (partsMeet(part, name) && goDown(child, head, depth + 1, visit)) return true;
  }
  for (const { pattern, node: child } of node.patterns.values()) if (partsMeet(part, pattern) && goDown(child, head, depth + 1, visit)) return true;
  return false;
}

/** The node and all below it, until one stops. */
export function someBelow(node: GlobNode, isIt: (node: GlobNode) => boolean): boolean {
  const open = [node];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (isIt(at)) return true;
    for (const child of at.names.values()) open.push(child);
    for (const { node: child } of at.patterns.values()) open.push(child);
  }
  return false;
}
