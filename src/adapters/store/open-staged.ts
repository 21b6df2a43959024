/** What is staged beside what HEAD holds, read by blob ids: the cache serves every file whose bytes it has seen. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import type { View } from '../../app/view.ts';
import { readFile } from '../../core/documents/read-file.ts';
import type { FileReading } from '../../core/documents/read-file.ts';
import { problem } from '../../core/problem/problem.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { readBlobs } from './blobs.ts';
import type { Blob } from './blobs.ts';
import { buildView } from './build-view.ts';
import type { BuiltView } from './build-view.ts';
import { loadSnapshot } from './cache-files.ts';
import { unpackReading } from './pack-reading.ts';
import type { Snapshot } from './snapshot.ts';
import { openNearby } from './staged-nearby.ts';
import { isPlainFile } from './staged-trees.ts';
import type { Entry, StagedTrees } from './staged-trees.ts';

type Tree = ReadonlyMap<string, Entry>;

export interface Staged {
  readonly base: View;
  readonly staged: View;
  readonly changed: ReadonlySet<string>;
}

export async function openStaged(location: Location, build: string, trees: StagedTrees): Promise<Result<Staged>> {
  const changed = new Set(trees.changes.keys());
  const hasNone = trees.lines.length <= 1 && changed.size === 0;
  // A folder that was never added is nothing staged, and no reason to refuse.
  if (hasNone && !existsSync(join(location.root, location.folder))) return refused('no-workspace', { folder: location.folder });
  const snapshot = loadSnapshot(location, build)?.snapshot ?? null;
  const near = snapshot ? await openNearby(location, snapshot, trees) : null;
  if (near) return done({ ...near, changed });
  const index = trees.records();
  const head = new Map(index);
  for (const [file, { before }] of trees.changes) {
    if (before === null) head.delete(file);
    else head.set(file, before);
  }
  const kept = keptReadings(snapshot, index, head);
  const blobs = await readBlobs(location, unknownBlobs(kept, index, head));
  const open = (tree: Tree): Promise<View> => openTree(location, tree, kept, blobs);
  return done({ base: await open(head), staged: await open(index), changed });
}

/** Readings of the trees' files that the cache holds, by path and blob id. */
function keptReadings(snapshot: Snapshot | null, ...trees: readonly Tree[]): Map<string, FileReading> {
  const kept = new Map<string, FileReading>();
  for (const { oid, reading } of snapshot?.rows() ?? []) {
    if (trees.some((tree) => tree.has(reading.file))) kept.set(keyOf(reading.file, oid), unpackReading(reading));
  }
  return kept;
}

function keyOf(file: string, oid: string): string {
  return `${file}\0${oid}`;
}

function unknownBlobs(kept: ReadonlyMap<string, FileReading>, ...trees: readonly Tree[]): Set<string> {
  return new Set(trees.flatMap((tree) => [...tree].filter(([file, { oid, mode }]) => mode !== SUBMODULE && !kept.has(keyOf(file, oid))).map(([, { oid }]) => oid)));
}

async function openTree(location: Location, tree: Tree, kept: ReadonlyMap<string, FileReading>, blobs: Map<string, Blob>): Promise<View> {
  const view = viewOf(location, tree, kept, blobs);
  const unread = [...view.problemFiles()].flatMap((file) => tree.get(file)?.oid ?? []).filter((oid) => !blobs.has(oid));
  for (const [oid, blob] of await readBlobs(location, new Set(unread))) blobs.set(oid, blob);
  return view;
}

/** The mode of an entry that stands for another repository: its id is a commit's. */
const SUBMODULE = '160000';

function viewOf({ folder }: Location, tree: Tree, kept: ReadonlyMap<string, FileReading>, blobs: ReadonlyMap<string, Blob>): BuiltView {
  const files = [...tree].sort(([one], [other]) => (one < other ? -1 : 1));
  const readings = files.map(([file, { mode, oid }]): FileReading => {
    if (mode === SUBMODULE) return { file, problems: [problem('stray-file', { file }, { reason: 'folder', detail: '' })] };
    // What git keeps of a link is where it leads.
    if (!isPlainFile(mode)) return { file, problems: [problem('stray-file', { file }, { reason: 'symlink', detail: `to ${blobs.get(oid)?.text ?? ''}` })] };
    return kept.get(keyOf(file, oid)) ?? readBlob(folder, file, blobs.get(oid));
  });
  return buildView({ folder, readings, problems: [], textOf: (file) => blobs.get(tree.get(file)?.oid ?? '')?.text ?? null });
}

function readBlob(folder: string, file: string, blob: Blob | undefined): FileReading {
  const fault = blob?.fault(file);
  return fault ? { file, problems: [fault] } : readFile(file, blob?.text ?? '', folder);
}
