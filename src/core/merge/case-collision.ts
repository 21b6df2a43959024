/** Files whose names differ in case only: on many machines they are one file, and a checkout loses one of them. */
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import type { MergeSubject } from './merge-trees.ts';

export function findCaseCollisions({ merged, ours, theirs }: MergeSubject): Problem[] {
  const alone = new Set([...collisions(ours.files), ...collisions(theirs.files)].map(([file, first]) => `${file}\0${first}`));
  return collisions(merged.files)
    .filter(([file, first]) => !alone.has(`${file}\0${first}`))
    .map(([file, first]) => problem('file-name-case-collision', { file }, { first }));
}

/** Accents may be written in two ways, which some file systems take as one. */
function collisions(files: readonly string[]): (readonly [file: string, first: string])[] {
  const firsts = new Map<string, string>();
  return files.flatMap((file) => {
    const key = file.normalize('NFC').toLowerCase();
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, file);
    return first === undefined ? [] : [[file, first] as const];
  });
}
