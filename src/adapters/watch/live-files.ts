/** The workspace's files, held in memory while they are watched: one that changes is read anew, the others are not. */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import type { View } from '../../app/view.ts';
import { byCodeUnits } from '../../core/by-code-units.ts';
import { readFile } from '../../core/documents/read-file.ts';
import type { FileReading } from '../../core/documents/read-file.ts';
import type { PlacedProblem, Problem } from '../../core/problem/problem.ts';
import { severityOf } from '../../core/problem/problem.ts';
import { stampOf } from '../stamp.ts';
import { buildView } from '../store/build-view.ts';
import { listFiles } from '../store/list-files.ts';
import type { Listing } from '../store/list-files.ts';
import { readText } from '../store/read-text.ts';

/** One look at a file. */
export interface Look {
  readonly file: string;
  /** null: it is not there. */
  readonly blob: string | null;
  readonly reading: FileReading | null;
  readonly stamp: string;
  /** Perhaps somebody is still writing it: it is gone, empty, large, or has errors that it had not. */
  readonly isDoubtful: boolean;
}

export interface LiveFiles {
  look(file: string): Look;
  accept(look: Look): void;
  /** As it was last accepted; null: it was not there. */
  blob(file: string): string | null;
  /** Files whose state on the disk is not the one they were accepted in, a part of them at a time. */
  changed(): Iterable<readonly string[]>;
  view(): View;
}

/** Writing so many bytes takes more than one call. */
const LARGE = 64 * 1024;
const PART = 500;

export function openLiveFiles(location: Location): LiveFiles {
  const { root, folder } = location;
  const known = new Map<string, Look>();
  let listing = listFiles(root, folder);
  let view: View | null = null;
  const files: LiveFiles = {
    look: (file) => lookAt(location, file, known.get(file)),
    accept(look) {
      if (look.blob !== (known.get(look.file)?.blob ?? null)) view = null;
      if (look.blob === null) known.delete(look.file);
      else known.set(look.file, look);
    },
    blob: (file) => known.get(file)?.blob ?? null,
    *changed() {
      const now = listFiles(root, folder);
      if (!isSame(now, listing)) view = null;
      listing = now;
      const all = [...new Set([...now.files, ...known.keys()])];
      for (let at = 0; at < all.length; at += PART) yield all.slice(at, at + PART).filter((file) => stampAt(location, file) !== known.get(file)?.stamp);
    },
    view: () => (view ??= viewOf(location, known, listing)),
  };
  for (const file of listing.files) files.accept(files.look(file));
  return files;
}

function isSame(now: Listing, before: Listing): boolean {
  return JSON.stringify(now.problems) === JSON.stringify(before.problems);
}

const NOT_THERE = 'null';

function stampAt({ root }: Location, file: string): string {
  return JSON.stringify(lstatSync(join(root, file), { throwIfNoEntry: false })?.isFile() === true ? stampOf(join(root, file)) : null);
}

function lookAt(location: Location, file: string, before: Look | undefined): Look {
  const stamp = stampAt(location, file);
  const found = stamp === NOT_THERE ? null : readText(join(location.root, file), file);
  if (found === null) return { file, blob: null, reading: null, stamp, isDoubtful: true };
  const { oid, text, problem, stats } = found;
  if (before?.blob === oid) return { ...before, stamp };
  const reading: FileReading = text === null ? { file, problems: problem ? [problem] : [] } : readFile(file, text, location.folder);
  const isDoubtful = text === '' || (stats?.size ?? 0) > LARGE || (hasErrors(reading) && !hasErrors(before?.reading));
  return { file, blob: oid, reading, stamp, isDoubtful };
}

function hasErrors(reading: FileReading | null | undefined): boolean {
  return reading?.problems.some((problem) => severityOf(problem) === 'error') ?? false;
}

function viewOf({ root, folder }: Location, known: ReadonlyMap<string, Look>, listing: Listing): View {
  const looks = [...known.values()].sort((one, other) => byCodeUnits(one.file, other.file));
  return buildView(
    {
      folder,
      readings: looks.flatMap(({ reading }) => reading ?? []),
      problems: listing.problems,
      blobs: () => new Map(looks.flatMap(({ file, blob }) => (blob === null ? [] : [[file, blob] as const]))),
      textOf: (file) => readText(join(root, file), file)?.text ?? null,
    },
    notPlaced,
  );
}

/** Whoever watches tells of files: where in them is for `coord validate`. */
function notPlaced(problems: readonly Problem[]): PlacedProblem[] {
  return problems.map((problem) => ({ ...problem, at: { line: 1, column: 1, endColumn: 1 } }));
}
