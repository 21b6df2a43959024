/** What may not be worked on at once: tasks whose `files` overlap, and those of a phase that goes one after another. */
import { headsOf } from '../../glob.ts';
import type { Part } from '../../glob.ts';
import { emptyTree, plant, visitMeeting } from '../../policy/glob-tree.ts';
import type { GlobNode } from '../../policy/glob-tree.ts';

/** When something is free again, and the activity that has it until then (-1: none). */
export interface Freedom {
  readonly at: number;
  readonly from: number;
}

export interface Occupation {
  /** When the last of those that may not go on beside it has ended. */
  free(activity: number): Freedom;
  take(activity: number, until: number): void;
}

export interface Exclusions {
  /** Nothing is taken yet. */
  begin(): Occupation;
  /** As if one activity touched no file that others touch. */
  withoutFilesOf(activity: number): Exclusions;
}

interface Claimed {
  readonly heads: readonly (readonly Part[])[];
  readonly nodes: readonly GlobNode[];
}

const FREE: Freedom = { at: -Infinity, from: -1 };

/** By activity: its globs, and the name of what it takes turns with, if anything. */
export function createExclusions(files: readonly (readonly string[])[], turns: readonly (string | null)[]): Exclusions {
  const tree = emptyTree();
  const known = new Map<string, Claimed>();
  const claim = (glob: string): Claimed => {
    const found = known.get(glob) ?? { heads: headsOf(glob), nodes: plant(tree, glob) };
    known.set(glob, found);
    return found;
  };
  const claimed = files.map((globs) => globs.map(claim));
  return {
    withoutFilesOf: (freed) => createExclusions(files.map((globs, at) => (at === freed ? [] : globs)), turns),
    begin() {
      const here: Freedom[] = [];
      const below: Freedom[] = [];
      const taken = new Map<string, Freedom>();
      return {
        free(activity) {
          let latest = taken.get(turns[activity] ?? '') ?? FREE;
          for (const { heads } of claimed[activity] ?? []) {
            visitMeeting(tree, heads, ({ id }, whole) => {
              const found = (whole ? below : here)[id];
              if (found !== undefined && found.at > latest.at) latest = found;
              return false;
            });
          }
          return latest;
        },
        take(activity, until) {
          const turn = turns[activity];
          const occupied = { at: until, from: activity };
          if (turn) taken.set(turn, occupied);
          for (const { nodes } of claimed[activity] ?? []) {
            for (const node of nodes) {
              raise(here, node.id, occupied);
              for (let at: GlobNode | null = node; at !== null; at = at.parent) raise(below, at.id, occupied);
            }
          }
        },
      };
    },
  };
}

function raise(taken: Freedom[], id: number, until: Freedom): void {
  const known = taken[id];
  if (known === undefined || known.at < until.at) taken[id] = until;
}
