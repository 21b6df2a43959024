/** Trees of records as views, read by blob ids: the cache serves every file whose bytes it has seen. */
import type { Location } from '../../app/ports.ts';
import type { View } from '../../app/view.ts';
import { placeProblems } from '../../core/documents/place-problems.ts';
import { readFile } from '../../core/documents/read-file.ts';
import type { FileReading } from '../../core/documents/read-file.ts';
import { problem } from '../../core/problem/problem.ts';
import type { GitOptions } from '../git/run-git.ts';
import { readBlobs } from './blobs.ts';
import type { Blob } from './blobs.ts';
import { buildView } from './build-view.ts';
import type { BuiltView } from './build-view.ts';
import { unpackReading } from './pack-reading.ts';
import type { Snapshot } from './snapshot.ts';
import { isPlainFile, SUBMODULE } from './tree.ts';
import type { Tree } from './tree.ts';

export interface Source {
  readonly location: Location;
  readonly snapshot: Snapshot | null;
  /** Where objects lie that only a merge made. */
  readonly env?: GitOptions['env'];
  /** Blobs whose texts will be asked for, with or without a problem in them. */
  readonly shown?: ReadonlySet<string>;
}

/** Fetches once all that these trees need; then opens each. */
export async function openTrees(source: Source, trees: readonly Tree[]): Promise<(tree: Tree) => Promise<View>> {
  const kept = keptReadings(source.snapshot, trees);
  const blobs = await readBlobs(source.location, new Set([...unknownBlobs(kept, trees), ...(source.shown ?? [])]), source.env);
  return (tree) => openTree(source, tree, kept, blobs);
}

/** Readings of the trees' files that the cache holds, by path and blob id. */
function keptReadings(snapshot: Snapshot | null, trees: readonly Tree[]): Map<string, FileReading> {
  const kept = new Map<string, FileReading>();
  const files = (snapshot?.section('files') ?? []) as readonly string[];
  snapshot?.rows().forEach(({ oid, reading }, at) => {
    const file = files[at] ?? '';
    if (trees.some((tree) => tree.has(file))) kept.set(keyOf(file, oid), unpackReading(reading));
  });
  return kept;
}

function keyOf(file: string, oid: string): string {
  return `${file}\0${oid}`;
}

function unknownBlobs(kept: ReadonlyMap<string, FileReading>, trees: readonly Tree[]): Set<string> {
  return new Set(trees.flatMap((tree) => [...tree].filter(([file, { oid, mode }]) => mode !== SUBMODULE && !kept.has(keyOf(file, oid))).map(([, { oid }]) => oid)));
}

async function openTree({ location, env }: Source, tree: Tree, kept: Map<string, FileReading>, blobs: Map<string, Blob>): Promise<View> {
  const view = viewOf(location, tree, kept, blobs);
  const unread = [...view.problemFiles()].flatMap((file) => tree.get(file)?.oid ?? []).filter((oid) => !blobs.has(oid));
  for (const [oid, blob] of await readBlobs(location, new Set(unread), env)) blobs.set(oid, blob);
  return view;
}

function viewOf({ folder }: Location, tree: Tree, kept: Map<string, FileReading>, blobs: ReadonlyMap<string, Blob>): BuiltView {
  const files = [...tree].sort(([one], [other]) => (one < other ? -1 : 1));
  const readings = files.map(([file, entry]): FileReading => {
    const { mode, oid } = entry;
    if (mode === SUBMODULE) return { file, problems: [problem('stray-file', { file }, { reason: 'folder', detail: '' })] };
    // What git keeps of a link is where it leads.
    if (!isPlainFile(entry)) return { file, problems: [problem('stray-file', { file }, { reason: 'symlink', detail: `to ${blobs.get(oid)?.text ?? ''}` })] };
    // Most files are the same in all trees: each is read once.
    const reading = kept.get(keyOf(file, oid)) ?? readBlob(folder, file, blobs.get(oid));
    kept.set(keyOf(file, oid), reading);
    return reading;
  });
  return buildView({ folder, readings, problems: [], blobs: () => new Map(files.filter(([, entry]) => isPlainFile(entry)).map(([file, { oid }]) => [file, oid])), textOf: (file) => blobs.get(tree.get(file)?.oid ?? '')?.text ?? null }, placeProblems);
}

function readBlob(folder: string, file: string, blob: Blob | undefined): FileReading {
  const fault = blob?.fault(file);
  return fault ? { file, problems: [fault] } : readFile(file, blob?.text ?? '', folder);
}
