/** What may not be worked on at once: tasks whose `files` overlap, and those of a phase that goes one after another. */
import { headsOf } from '../../glob.ts';
import { emptyTree, plant, visitMeeting } from '../../policy/glob-tree.ts';
import type { GlobNode, GlobTree } from '../../policy/glob-tree.ts';

export interface Occupation {
  /** When the last of those that may not go on beside it has ended; -Infinity: none has begun. */
  free(activity: number): number;
  /** Which one that is; -1: none. */
  last(activity: number): number;
  take(activity: number, until: number): void;
}

export interface Exclusions {
  /** Nothing is taken yet. */
  begin(): Occupation;
  /** By activity: about the sum of these amounts over those that may not go on beside it, itself among them. */
  rivals(amounts: ArrayLike<number>): Float64Array;
  /** As if one activity touched no file that others touch. */
  withoutFilesOf(activity: number): Exclusions;
}

/**
 * Places that are taken one at a time: for each node of the tree of globs what is taken there (even numbers) and what is
 * taken there or below (odd ones), then the phases that go by turns.
 */
interface Footprint {
  /** Places that have to be free. */
  readonly needs: readonly number[];
  /** Places that are taken then. */
  readonly takes: readonly number[];
}

const NOTHING: Footprint = { needs: [], takes: [] };
/** Places that globs need, all together, are looked up once; past so many a glob counts as one that meets all others. */
const MOST_NEEDS = 2_000_000;

/** By activity: its globs, and the name of what it takes turns with, if anything. */
export function createExclusions(files: readonly (readonly string[])[], turns: readonly (string | null)[]): Exclusions {
  const all = footprintsOf(files, turns);
  const places = all.reduce((most, { takes }) => takes.reduce((one, other) => Math.max(one, other), most), -1) + 1;
  const users = takenBy(all, places, () => 1);
  // Most tasks meet no other: they have to look for nothing.
  const footprints = all.map((footprint) => (footprint.needs.some((place) => (users[place] ?? 0) > (footprint.takes.includes(place) ? 1 : 0)) ? footprint : NOTHING));
  return {
    rivals(amounts) {
      const taken = takenBy(footprints, places, (activity) => amounts[activity] ?? 0);
      return Float64Array.from(footprints, ({ needs }) => needs.reduce((sum, place) => sum + (taken[place] ?? 0), 0));
    },
    withoutFilesOf: (freed) => createExclusions(files.map((globs, at) => (at === freed ? [] : globs)), turns),
    begin: () => occupationOf(footprints, places),
  };
}

function occupationOf(footprints: readonly Footprint[], places: number): Occupation {
  const until = new Float64Array(places).fill(-Infinity);
  const by = new Int32Array(places).fill(-1);
  const latest = (activity: number): number => {
    let found = -1;
    for (const place of footprints[activity]?.needs ?? []) if (found === -1 || (until[place] ?? 0) > (until[found] ?? 0)) found = place;
    return found;
  };
  return {
    free(activity) {
      const place = latest(activity);
      return place === -1 ? -Infinity : (until[place] ?? -Infinity);
    },
    last(activity) {
      const place = latest(activity);
      return place === -1 ? -1 : (by[place] ?? -1);
    },
    take(activity, end) {
      for (const place of footprints[activity]?.takes ?? []) {
        if (end < (until[place] ?? 0)) continue;
        until[place] = end;
        by[place] = activity;
      }
    },
  };
}

/** By place: the sum of what is said of the activities that take it. */
function takenBy(footprints: readonly Footprint[], places: number, amountOf: (activity: number) => number): Float64Array {
  const taken = new Float64Array(places);
  footprints.forEach(({ takes }, activity) => {
    for (const place of takes) taken[place] = (taken[place] ?? 0) + amountOf(activity);
  });
  return taken;
}

function footprintsOf(files: readonly (readonly string[])[], turns: readonly (string | null)[]): readonly Footprint[] {
  const tree = emptyTree();
  const globs = new Set(files.flat());
  const planted = new Map([...globs].map((glob) => [glob, plant(tree, glob)] as const));
  let most = MOST_NEEDS;
  const needed = new Map<string, readonly number[]>();
  for (const glob of globs) {
    const needs = most > 0 ? placesNeeded(tree, glob) : [2 * tree.root.id + 1];
    most -= needs.length;
    needed.set(glob, needs);
  }
  const turnPlaces = new Map([...new Set(turns)].map((turn, at) => [turn, 2 * tree.nodes.length + at]));
  return files.map((own, activity) => {
    const turn = turns[activity] ?? null;
    const place = turn === null ? undefined : turnPlaces.get(turn);
    const turnPlace = place === undefined ? [] : [place];
    if (own.length === 0 && turnPlace.length === 0) return NOTHING;
    return {
      needs: [...own.flatMap((glob) => needed.get(glob) ?? []), ...turnPlace],
      takes: [...new Set(own.flatMap((glob) => placesTaken(planted.get(glob) ?? []))), ...turnPlace],
    };
  });
}

function placesNeeded(tree: GlobTree, glob: string): number[] {
  const needs: number[] = [];
  visitMeeting(tree, headsOf(glob), ({ id }, whole) => {
    needs.push(2 * id + (whole ? 1 : 0));
    return false;
  });
  return needs;
}

function placesTaken(nodes: readonly GlobNode[]): number[] {
  return nodes.flatMap((node) => {
    const places = [2 * node.id];
    for (let at: GlobNode | null = node; at !== null; at = at.parent) places.push(2 * at.id + 1);
    return places;
  });
}
