/**
 * The quick way for the usual commit: a few task files changed, and all else is as the cache knows it to be in order.
 * Then only the neighbourhood of the change is read and checked. null: the whole trees must be.
 */
import { join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import type { View } from '../../app/view.ts';
import { fileKind } from '../../core/documents/file-kind.ts';
import type { FileReading } from '../../core/documents/read-file.ts';
import type { Task } from '../../core/model.ts';
import { readSimpleTasks } from '../../core/documents/read-simple-tasks.ts';
import { nearby } from '../../core/policy/nearby.ts';
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { readBlobs } from './blobs.ts';
import { buildView } from './build-view.ts';
import type { BuiltView } from './build-view.ts';
import { cachedView } from './cached-view.ts';
import { unpackReading } from './pack-reading.ts';
import { readText } from './read-text.ts';
import type { Snapshot } from './snapshot.ts';
import { isRecord } from './staged-trees.ts';
import type { IndexEntry } from './staged-trees.ts';
import { isPlainFile } from './tree.ts';

const FEW = 16;

/**
 * The staged tree, where nothing is wrong with it. What is wrong is told with the nearest known names, which may stand anywhere.
 * Good only where nothing but tasks differs from HEAD as well: of other records the view tells nothing.
 */
export async function openNearby(location: Location, snapshot: Snapshot, entries: readonly IndexEntry[]): Promise<View | null> {
  const files = snapshot.section('files') as readonly string[];
  if ((snapshot.section('survey.problems') as readonly unknown[]).length > 0 || files.some((file) => isStatusPage(location, file))) return null;
  const unread = unreadFiles(location, snapshot, files, entries);
  if (unread === null || unread.size > FEW || !areTasks(location, [...unread.keys()])) return null;
  if (unread.size === 0) return cachedView(snapshot, location);
  const view = viewOf(location, snapshot, files, await readStaged(location, unread));
  return view?.problemFiles().size === 0 ? view : null;
}

/** Blob ids of the staged files that are not as the cache has read them; null where one went or is no plain file. Both lists are in the order of names. */
function unreadFiles(location: Location, snapshot: Snapshot, files: readonly string[], entries: readonly IndexEntry[]): Map<string, string> | null {
  const oids = snapshot.text('oids');
  const unread = new Map<string, string>();
  let at = 0;
  for (const entry of entries) {
    const { file, oid, stage } = entry;
    const isKnown = files[at] === file;
    if (!isKnown && !isRecord(location, file)) continue;
    if (stage !== 0 || !isPlainFile(entry)) return null;
    if (!isKnown || oid !== oids.slice(at * OID, (at + 1) * OID)) unread.set(file, oid);
    if (isKnown) at++;
  }
  return at === files.length ? unread : null;
}

/** Digits of a blob id as the cache keeps them. */
const OID = 40;

export function areTasks({ folder }: Location, files: readonly string[]): boolean {
  return files.every((file) => fileKind(file.slice(folder.length + 1)) === 'tasks');
}

/** What is staged mostly still lies in the work tree: its bytes tell, and git need not be asked. */
async function readStaged(location: Location, unread: ReadonlyMap<string, string>): Promise<FileReading[]> {
  const onDisk = new Map([...unread].map(([file]) => [file, readText(join(location.root, file), file)]));
  const isStaged = ([file, oid]: readonly [string, string]): boolean => onDisk.get(file)?.oid === oid;
  const blobs = await readBlobs(location, new Set([...unread].filter((entry) => !isStaged(entry)).map(([, oid]) => oid)));
  const read = async ([file, oid]: readonly [string, string]): Promise<FileReading> => {
    const blob = blobs.get(oid);
    const { text, problem } = blob ? { text: blob.text, problem: blob.fault(file) } : (onDisk.get(file) ?? { text: null, problem: null });
    if (problem) return { file, problems: [problem] };
    return readSimpleTasks(file, text ?? '') ?? (await import('../../core/documents/read-file.ts')).readFile(file, text ?? '', location.folder);
  };
  return Promise.all([...unread].map(read));
}

/** Of the files read, no more than their changed tasks; all around these as the cache has it. */
function viewOf(location: Location, snapshot: Snapshot, files: readonly string[], readings: readonly FileReading[]): BuiltView | null {
  const kept = readings.flatMap(({ file }) => tasksOf(rowReading(snapshot, file, files.indexOf(file))));
  const near = nearby(kept, readings.flatMap(tasksOf), cachedView(snapshot, location));
  if (near === null) return null;
  const frame = files.flatMap((file, at) => (isFrame(location, file) ? [rowReading(snapshot, file, at)] : []));
  const around: FileReading = { file: `${location.folder}/tasks`, tasks: near.around, problems: [] };
  const changed = readings.map((reading) => ({ ...reading, tasks: tasksOf(reading).filter((task) => near.changed.has(task)) }));
  return buildView({ folder: location.folder, files, readings: [...frame, ...changed, around], problems: [], textOf: () => null }, notPlaced);
}

/** Only a view without problems is used. */
const notPlaced = (): PlacedProblem[] => [];

function tasksOf(reading: FileReading): readonly Task[] {
  return reading.tasks ?? [];
}

function rowReading(snapshot: Snapshot, file: string, at: number): FileReading {
  return at === -1 ? { file, problems: [] } : unpackReading(file, snapshot.row(at).reading);
}

/** A status page speaks of any task by its title. */
function isStatusPage({ folder }: Location, file: string): boolean {
  return file === `${folder}/status/current-status.md`;
}

/** What gives names their meaning: settings and agents. */
function isFrame({ folder }: Location, file: string): boolean {
  return file === `${folder}/coord.yaml` || file.startsWith(`${folder}/agents/`);
}
