/** What is staged beside what HEAD holds, read by blob ids: the cache serves every file whose bytes it has seen. */
import { resolve } from 'node:path';
import type { Location } from '../../app/ports.ts';
import type { View } from '../../app/view.ts';
import { fileKind } from '../../core/documents/file-kind.ts';
import { readFile } from '../../core/documents/read-file.ts';
import type { FileReading } from '../../core/documents/read-file.ts';
import { problem } from '../../core/problem/problem.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { gitText, runGit } from '../git/run-git.ts';
import { readBlobs } from './blobs.ts';
import type { Blob } from './blobs.ts';
import { buildView } from './build-view.ts';
import type { BuiltView } from './build-view.ts';
import { loadSnapshot } from './cache-files.ts';
import { unpackReading } from './pack-reading.ts';

/** An entry of a tree or an index. */
interface Entry {
  readonly mode: string;
  readonly oid: string;
}

type Tree = ReadonlyMap<string, Entry>;

export interface Staged {
  readonly base: View;
  readonly staged: View;
  readonly changed: ReadonlySet<string>;
}

export async function openStaged(location: Location, build: string): Promise<Result<Staged>> {
  const [index, changes] = await Promise.all([listIndex(location), listChanges(location)]);
  if (index.size === 0 && changes.size === 0) return refused('no-workspace', { folder: location.folder });
  const head = new Map(index);
  for (const [file, before] of changes) {
    if (before === null) head.delete(file);
    else head.set(file, before);
  }
  const kept = keptReadings(location, build, index, head);
  const blobs = await readBlobs(location, unknownBlobs(kept, index, head));
  const open = (tree: Tree): Promise<View> => openTree(location, tree, kept, blobs);
  return done({ base: await open(head), staged: await open(index), changed: new Set(changes.keys()) });
}

async function openTree(location: Location, tree: Tree, kept: ReadonlyMap<string, FileReading>, blobs: Map<string, Blob>): Promise<View> {
  const view = viewOf(location, tree, kept, blobs);
  const unread = [...view.problemFiles()].flatMap((file) => tree.get(file)?.oid ?? []).filter((oid) => !blobs.has(oid));
  for (const [oid, blob] of await readBlobs(location, new Set(unread))) blobs.set(oid, blob);
  return view;
}

/** The caller's own index: a partial commit names a temporary one, relative to where git was started. */
function callersIndex({ root }: Location): Readonly<Record<string, string>> {
  const named = process.env['GIT_INDEX_FILE'];
  return named === undefined ? {} : { GIT_INDEX_FILE: resolve(root, named) };
}

async function listIndex(location: Location): Promise<Map<string, Entry>> {
  const text = await gitText(location, ['ls-files', '--stage', '-z', '--', location.folder], { env: callersIndex(location) });
  const entries = text.split('\0').flatMap((line) => {
    const tab = line.indexOf('\t');
    const [mode, oid, stage] = line.slice(0, tab).split(' ');
    // Unmerged paths cannot be committed: git itself says so.
    return tab !== -1 && stage === '0' ? [[line.slice(tab + 1), { mode: mode ?? '', oid: oid ?? '' }] as const] : [];
  });
  return new Map(entries.filter(([file]) => isRecord(location, file)));
}

/** Staged paths and what HEAD holds there; null where it holds nothing. */
async function listChanges(location: Location): Promise<Map<string, Entry | null>> {
  const args = ['diff-index', '--cached', '--raw', '-z', '--no-renames', '--no-abbrev', 'HEAD', '--', location.folder];
  const { code, stdout } = await runGit(location, args, { env: callersIndex(location) });
  // Before the first commit everything staged is new.
  if (code !== 0) return new Map([...(await listIndex(location)).keys()].map((file) => [file, null]));
  const fields = stdout.toString('utf8').split('\0');
  const changes = new Map<string, Entry | null>();
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [mode, , oid] = (fields[at] ?? '').slice(1).split(' ');
    const file = fields[at + 1] ?? '';
    if (isRecord(location, file)) changes.set(file, mode === '000000' ? null : { mode: mode ?? '', oid: oid ?? '' });
  }
  return changes;
}

function isRecord({ folder }: Location, file: string): boolean {
  return file.startsWith(`${folder}/`) && fileKind(file.slice(folder.length + 1)) !== 'foreign';
}

/** Readings of the trees' files that the cache holds, by path and blob id. */
function keptReadings(location: Location, build: string, ...trees: readonly Tree[]): Map<string, FileReading> {
  const kept = new Map<string, FileReading>();
  const snapshot = loadSnapshot(location, build)?.snapshot;
  if (!snapshot) return kept;
  for (const { oid, reading } of snapshot.rows()) {
    if (trees.some((tree) => tree.has(reading.file))) kept.set(`${reading.file}\0${oid}`, unpackReading(reading));
  }
  return kept;
}

function unknownBlobs(kept: ReadonlyMap<string, FileReading>, ...trees: readonly Tree[]): Set<string> {
  return new Set(trees.flatMap((tree) => [...tree].filter(([file, { oid, mode }]) => isPlainFile(mode) && !kept.has(`${file}\0${oid}`)).map(([, { oid }]) => oid)));
}

function isPlainFile(mode: string): boolean {
  return mode.startsWith('100');
}

function viewOf(location: Location, tree: Tree, kept: ReadonlyMap<string, FileReading>, blobs: ReadonlyMap<string, Blob>): BuiltView {
  const files = [...tree].sort(([one], [other]) => (one < other ? -1 : 1));
  const readings = files.map(([file, entry]): FileReading => {
    if (!isPlainFile(entry.mode)) return { file, problems: [problem('stray-file', { file }, { reason: 'symlink', detail: '' })] };
    return kept.get(`${file}\0${entry.oid}`) ?? readBlob(location, file, blobs.get(entry.oid));
  });
  const textOf = (file: string): string | null => blobs.get(tree.get(file)?.oid ?? '')?.text ?? null;
  return buildView({ folder: location.folder, readings, problems: [], textOf });
}

function readBlob({ folder }: Location, file: string, blob: Blob | undefined): FileReading {
  const fault = blob?.fault(file);
  if (fault) return { file, problems: [fault] };
  return readFile(file, blob?.text ?? '', folder);
}
