/** The files of a tree or an index, by what git calls them. */

export interface Entry {
  readonly mode: string;
  readonly oid: string;
}

/** Files of records by path. */
export type Tree = ReadonlyMap<string, Entry>;

/** The mode of an entry that stands for another repository: its id is a commit's. */
export const SUBMODULE = '160000';

export function isPlainFile({ mode }: Entry): boolean {
  return mode.startsWith('100');
}
