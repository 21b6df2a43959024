/**
 * The quick way for the usual commit: a few task files changed, and all else is as the cache knows it to be in order.
 * Then only the neighbourhood of the change is read and checked. null: the whole trees must be.
 */
import { join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import type { View } from '../../app/view.ts';
import { cutQueue } from '../../core/documents/cut-queue.ts';
import { fileKind } from '../../core/documents/file-kind.ts';
import type { FileReading } from '../../core/documents/read-file.ts';
import type { Task } from '../../core/model.ts';
import { readSimpleTasks, readTaskLines } from '../../core/documents/read-simple-tasks.ts';
import { nearby } from '../../core/policy/nearby.ts';
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { readBlobs } from './blobs.ts';
import { buildView } from './build-view.ts';
import type { BuiltView, Readings } from './build-view.ts';
import { cachedView } from './cached-view.ts';
import { nameOfLines, unpackReading } from './pack-reading.ts';
import { readText } from './read-text.ts';
import { OID } from './snapshot.ts';
import type { KeptQueue, Snapshot } from './snapshot.ts';
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
  const blobs = (): ReadonlyMap<string, string> => new Map(entries.map(({ file, oid }) => [file, oid]));
  const view = viewOf(location, snapshot, { files, blobs }, await readStaged(location, snapshot, files, unread));
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

export function areTasks({ folder }: Location, files: readonly string[]): boolean {
  return files.every((file) => fileKind(file.slice(folder.length + 1)) === 'tasks');
}

/** A staged file beside what the cache has of it. */
interface StagedTasks {
  readonly reading: FileReading;
  readonly before: readonly Task[];
}

/** What is staged mostly still lies in the work tree: its bytes tell, and git need not be asked. */
async function readStaged(location: Location, snapshot: Snapshot, files: readonly string[], unread: ReadonlyMap<string, string>): Promise<StagedTasks[]> {
  const onDisk = new Map([...unread].map(([file]) => [file, readText(join(location.root, file), file)]));
  const isStaged = ([file, oid]: readonly [string, string]): boolean => onDisk.get(file)?.oid === oid;
  const blobs = await readBlobs(location, new Set([...unread].filter((entry) => !isStaged(entry)).map(([, oid]) => oid)));
  const read = async ([file, oid]: readonly [string, string]): Promise<StagedTasks> => {
    const blob = blobs.get(oid);
    const { text, problem } = blob ? { text: blob.text, problem: blob.fault(file) } : (onDisk.get(file) ?? { text: null, problem: null });
    if (problem) return { reading: { file, problems: [problem] }, before: [] };
    const at = files.indexOf(file);
    const changed = at === -1 ? null : readChangedTasks(file, text ?? '', snapshot.queue(at));
    if (changed !== null) return changed;
    const reading = readSimpleTasks(file, text ?? '') ?? (await import('../../core/documents/read-file.ts')).readFile(file, text ?? '', location.folder);
    return { reading, before: at === -1 ? [] : snapshot.row(at).reading.tasks };
  };
  return Promise.all([...unread].map(read));
}

/** Of a queue no more than the tasks whose lines changed; null where it is to be read whole. */
function readChangedTasks(file: string, text: string, kept: KeptQueue): StagedTasks | null {
  const queue = kept.names.length === 0 ? null : cutQueue(text);
  if (queue === null) return null;
  const namesNow = queue.map(({ yaml }) => nameOfLines(yaml));
  const [now, were] = [new Set(namesNow), new Set(kept.names)];
  // Lines that stand twice are known, and yet a change.
  const reading = now.size < queue.length ? null : readTaskLines(file, queue.filter((_, at) => !were.has(namesNow[at] ?? '')));
  return reading && { reading, before: kept.names.flatMap((name, at) => (now.has(name) ? [] : [kept.task(at)])) };
}

/** Of the files read, no more than their changed tasks; all around these as the cache has it. */
function viewOf(location: Location, snapshot: Snapshot, { files, blobs }: Required<Pick<Readings, 'files' | 'blobs'>>, staged: readonly StagedTasks[]): BuiltView | null {
  const readings = staged.map(({ reading }) => reading);
  const near = nearby(staged.flatMap(({ before }) => before), readings.flatMap(tasksOf), cachedView(snapshot, location));
  if (near === null) return null;
  const frame = files.flatMap((file, at) => (isFrame(location, file) ? [unpackReading(snapshot.row(at).reading)] : []));
  const around: FileReading = { file: `${location.folder}/tasks`, tasks: near.around, problems: [] };
  const changed = readings.map((reading) => ({ ...reading, tasks: tasksOf(reading).filter((task) => near.changed.has(task)) }));
  return buildView({ folder: location.folder, files, readings: [...frame, ...changed, around], problems: [], blobs, textOf: () => null }, notPlaced);
}

/** Only a view without problems is used. */
const notPlaced = (): PlacedProblem[] => [];

function tasksOf(reading: FileReading): readonly Task[] {
  return reading.tasks ?? [];
}

/** A status page speaks of any task by its title. */
function isStatusPage({ folder }: Location, file: string): boolean {
  return file === `${folder}/status/current-status.md`;
}

/** What gives names their meaning: settings and agents. */
function isFrame({ folder }: Location, file: string): boolean {
  return file === `${folder}/coord.yaml` || file.startsWith(`${folder}/agents/`);
}
