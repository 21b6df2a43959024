/** Finds, among many globs or tasks in progress, those that may touch the same files. */
import { headsOf } from '../glob.ts';
import { emptyTree, plant, someBelow, visitMeeting } from './glob-tree.ts';
import type { GlobNode } from './glob-tree.ts';

export interface Busy {
  readonly id: string;
  readonly files: readonly string[];
}

export interface Overlap {
  /** The task in progress. */
  readonly with: string;
  /** The asker's own glob that meets it. */
  readonly files: string;
}

/** What of these may touch the asker's files; itself left out. */
export type OverlapIndex = (task: Busy) => Overlap | null;

export function overlapIndex(busy: readonly Busy[]): OverlapIndex {
  const find = finderIn(busy.flatMap(({ id, files }) => files.map((glob) => [glob, id] as const)));
  return ({ id, files }) => {
    for (const glob of files) {
      const other = find(glob, (found) => found !== id);
      if (other !== null) return { with: other, files: glob };
    }
    return null;
  };
}

/** All of these globs that may hold a path of the asked one, itself among them. */
export function globIndex(globs: readonly string[]): (glob: string) => readonly string[] {
  const find = finderIn(globs.map((glob) => [glob, glob] as const));
  return (asked) => {
    const found = new Set<string>();
    find(asked, (glob) => {
      found.add(glob);
      return false;
    });
    return [...found];
  };
}

/** Answers the first value, of those whose glob meets the asked one, that is taken. */
function finderIn(entries: readonly (readonly [glob: string, value: string])[]): (glob: string, isTaken: (value: string) => boolean) => string | null {
  const tree = emptyTree();
  const values: string[][] = [];
  for (const [glob, value] of entries) for (const { id } of plant(tree, glob)) (values[id] ??= []).push(value);
  return (glob, isTaken) => {
    if (entries.length === 0) return null;
    const found: string[] = [];
    const hasTaken = ({ id }: GlobNode): boolean => {
      const taken = values[id]?.find(isTaken);
      return taken !== undefined && found.push(taken) > 0;
    };
    visitMeeting(tree, headsOf(glob), (node, whole) => (whole ? someBelow(node, hasTaken) : hasTaken(node)));
    return found[0] ?? null;
  };
}
