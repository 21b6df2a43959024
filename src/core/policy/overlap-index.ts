/** Finds, among many globs or tasks in progress, those that may touch the same files. */
import { emptyTree, plant, someBelow, visitMeeting } from './glob-tree.ts';

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
  const search = searchIn(busy.flatMap(({ id, files }) => files.map((glob) => [glob, id] as const)));
  return ({ id, files }) => {
    for (const glob of files) {
      let met: string | null = null;
      search(glob, (other) => {
        if (other !== id) met = other;
        return met !== null;
      });
      if (met !== null) return { with: met, files: glob };
    }
    return null;
  };
}

/** All of these globs that may hold a path of the asked one, itself among them. */
export function globIndex(globs: readonly string[]): (glob: string) => readonly string[] {
  const search = searchIn(globs.map((glob) => [glob, glob] as const));
  return (asked) => {
    const found = new Set<string>();
    search(asked, (glob) => {
      found.add(glob);
      return false;
    });
    return [...found];
  };
}

/** Hands out the values of globs that meet the asked one, until one is taken; several times where alternatives do. */
function searchIn(entries: readonly (readonly [glob: string, value: string])[]): (glob: string, isTaken: (value: string) => boolean) => void {
  const tree = emptyTree();
  const values: string[][] = [];
  for (const [glob, value] of entries) for (const { id } of plant(tree, glob)) (values[id] ??= []).push(value);
  return (glob, isTaken) => {
    if (entries.length === 0) return;
    visitMeeting(tree, glob, (node, whole) => {
      const hasTaken = ({ id }: { readonly id: number }): boolean => values[id]?.some(isTaken) ?? false;
      return whole ? someBelow(node, hasTaken) : hasTaken(node);
    });
  };
}
