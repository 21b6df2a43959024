/**
 * The quick way for the usual commit: a few task files changed, and all else is as the cache knows it to be in order.
 * Then only the neighbourhood of the change is read and checked. null: the whole trees must be.
 */
import type { Location } from '../../app/ports.ts';
import type { View } from '../../app/view.ts';
import { fileKind } from '../../core/documents/file-kind.ts';
import { readFile } from '../../core/documents/read-file.ts';
import type { FileReading } from '../../core/documents/read-file.ts';
import type { Task } from '../../core/model.ts';
import { nearby } from '../../core/policy/nearby.ts';
import { readBlobs } from './blobs.ts';
import type { Blob } from './blobs.ts';
import { buildView } from './build-view.ts';
import { cachedView } from './cached-view.ts';
import { isPlainFile } from './open-trees.ts';
import { unpackReading } from './pack-reading.ts';
import type { Snapshot } from './snapshot.ts';
import { isRecord } from './staged-trees.ts';
import type { StagedTrees } from './staged-trees.ts';

const FEW = 16;

export async function openNearby(location: Location, snapshot: Snapshot, trees: StagedTrees): Promise<{ readonly base: View; readonly staged: View } | null> {
  const files = snapshot.section('files') as readonly string[];
  const isUsual = trees.changes.size <= FEW && [...trees.changes.keys()].every((file) => isTaskFile(location, file)) && !files.some((file) => isStatusPage(location, file));
  if (!isUsual || (snapshot.section('survey.problems') as readonly unknown[]).length > 0 || !sameElsewhere(location, files, snapshot, trees)) return null;
  const entries = [...trees.changes.values()].flatMap(({ before, after }) => [before, after]);
  if (entries.some((entry) => entry !== null && !isPlainFile(entry.mode))) return null;
  const blobs = await readBlobs(location, new Set(entries.flatMap((entry) => entry?.oid ?? [])));
  const views = viewsOf({ location, snapshot, trees, blobs, files });
  // What is wrong is told with the nearest known names, and those may stand anywhere.
  return views !== null && views.staged.problems.length === 0 ? views : null;
}

interface Material {
  readonly location: Location;
  readonly snapshot: Snapshot;
  readonly trees: StagedTrees;
  readonly blobs: ReadonlyMap<string, Blob>;
  readonly files: readonly string[];
}

function viewsOf(material: Material): { readonly base: View; readonly staged: View } | null {
  const { location, snapshot, trees, files } = material;
  const cached = cachedView(snapshot, location);
  const changed = [...trees.changes.keys()];
  const kept = changed.flatMap((file) => tasksOf(rowReading(snapshot, files.indexOf(file))));
  const base = changed.flatMap((file) => readEntry(material, file, trees.changes.get(file)?.before?.oid));
  const staged = changed.flatMap((file) => readEntry(material, file, trees.changes.get(file)?.after?.oid));
  const after = staged.flatMap(tasksOf);
  const neighbours = nearby([...kept, ...base.flatMap(tasksOf)], after, cached);
  if (neighbours === null || staged.length !== changed.length) return null;
  const frame = files.flatMap((file, at) => (isFrame(location, file) ? [rowReading(snapshot, at)] : []));
  const around: FileReading = { file: `${location.folder}/tasks`, tasks: neighbours, problems: [] };
  const open = (readings: readonly FileReading[], oidOf: (file: string) => string | undefined): View => {
    const textOf = (file: string): string | null => material.blobs.get(oidOf(file) ?? '')?.text ?? null;
    return buildView({ folder: location.folder, files, readings: [...frame, ...readings, around], problems: [], textOf });
  };
  return { base: open(base, (file) => trees.changes.get(file)?.before?.oid), staged: open(staged, (file) => trees.changes.get(file)?.after?.oid) };
}

function tasksOf(reading: FileReading): readonly Task[] {
  return reading.tasks ?? [];
}

function rowReading(snapshot: Snapshot, at: number): FileReading {
  return at === -1 ? { file: '', problems: [] } : unpackReading(snapshot.row(at).reading);
}

function readEntry({ location, blobs }: Material, file: string, oid: string | undefined): FileReading[] {
  const blob = oid === undefined ? undefined : blobs.get(oid);
  if (blob === undefined) return [];
  const fault = blob.fault(file);
  return [fault ? { file, problems: [fault] } : readFile(file, blob.text ?? '', location.folder)];
}

/** Whether every other staged file is the one that the cache has read. Both lists are in the order of names. */
function sameElsewhere(location: Location, files: readonly string[], snapshot: Snapshot, { lines, changes }: StagedTrees): boolean {
  const oids = snapshot.section('oids') as string;
  let at = 0;
  for (const line of lines) {
    const file = line.slice(line.indexOf('\t') + 1);
    while (at < files.length && files[at] !== file && changes.has(files[at] ?? '')) at++;
    if (files[at] === file) {
      if (!changes.has(file) && !line.startsWith(oids.slice(at * OID, (at + 1) * OID), line.indexOf(' ') + 1)) return false;
      at++;
    } else if (!changes.has(file) && isRecord(location, file)) return false;
  }
  return files.slice(at).every((file) => changes.has(file));
}

/** Digits of a blob id as the cache keeps them. */
const OID = 40;

function isTaskFile({ folder }: Location, file: string): boolean {
  return fileKind(file.slice(folder.length + 1)) === 'tasks';
}

/** A status page speaks of any task by its title. */
function isStatusPage({ folder }: Location, file: string): boolean {
  return file === `${folder}/status/current-status.md`;
}

/** What gives names their meaning: settings and agents. */
function isFrame({ folder }: Location, file: string): boolean {
  return file === `${folder}/coord.yaml` || file.startsWith(`${folder}/agents/`);
}
