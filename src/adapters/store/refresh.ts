/** Reads what changed, keeps what did not, and leaves the result for the next reader. What was read of the same bytes before is not read again. */
import { join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import type { View } from '../../app/view.ts';
import { placeProblems } from '../../core/documents/place-problems.ts';
import { readFile } from '../../core/documents/read-file.ts';
import type { FileReading } from '../../core/documents/read-file.ts';
import { buildView } from './build-view.ts';
import { indexName, loadSnapshot, saveSnapshot } from './cache-files.ts';
import type { Cached } from './cache-files.ts';
import { listFiles, stampFolders } from './list-files.ts';
import type { Listing } from './list-files.ts';
import { packReading, unpackReading } from './pack-reading.ts';
import { readText } from './read-text.ts';
import { printIdTable } from './id-table.ts';
import type { Span } from './id-table.ts';
import { isTrusted } from './restamp.ts';
import { once } from '../../core/once.ts';
import { printRow, printSnapshot, surveySections, taskSpans } from './snapshot.ts';
import type { Snapshot } from './snapshot.ts';
import { printEntry, printIndex, readIndex } from './stat-index.ts';

/** What is known of one file: its reading, and the bytes that keep it. */
interface Known {
  readonly oid: string;
  readonly reading: FileReading;
  readonly row: Buffer;
  readonly entry: Buffer;
  /** Whether the next reader may rely on the state it was read in. */
  readonly isSettled: boolean;
}

/** Rows and entries are small: of pieces of 8 kB, as Node takes them by itself, it takes a thousand. */
const POOL = 1024 * 1024;

/** `stale`: files that must be read again; null: all of them. `isKept`: whether the next reader finds the result. */
export function refresh(location: Location, build: string, cached: Cached | null, stale: ReadonlySet<string> | null, { readAt = Date.now(), isKept = true }: { readonly readAt?: number | undefined; readonly isKept?: boolean } = {}): View {
  const { root, folder } = location;
  Buffer.poolSize = POOL;
  const folders = stampFolders(root, folder);
  const listing = listFiles(root, folder);
  const texts = new Map<string, string>();
  const kept = cached && stale ? keptFiles(cached, stale) : new Map<string, Known>();
  const lent = cached === null ? cacheOfMain(location, build) : null;
  const earlier = earlierReadings((cached ?? lent)?.snapshot ?? null);
  const known = listing.files.flatMap((file) => kept.get(file) ?? readOne({ root, folder, readAt, texts, earlier }, file) ?? []);
  const view = buildView({
    folder,
    readings: known.map(({ reading }) => reading),
    problems: listing.problems,
    blobs: () => new Map(known.map(({ reading, oid }) => [reading.file, oid])),
    textOf: (file) => texts.get(file) ?? readText(join(root, file), file)?.text ?? null,
  }, placeProblems);
  // What was just made in a linked worktree cannot be relied on yet, and the main one has what it was read from.
  const isOfUse = lent === null || known.some(({ isSettled }) => isSettled);
  if (isKept && isOfUse) save({ location, build, readAt, folders, listing }, known, view);
  return view;
}

function keptFiles({ snapshot, index }: Cached, stale: ReadonlySet<string>): Map<string, Known> {
  const entries = readIndex(index);
  const rows = snapshot.rows();
  const kept = new Map<string, Known>();
  (snapshot.section('files') as readonly string[]).forEach((file, at) => {
    const entry = entries?.get(file);
    const row = rows[at];
    if (stale.has(file) || entry === undefined || row === undefined) return;
    kept.set(file, { oid: row.oid, reading: unpackReading(row.reading), row: snapshot.rowBytes(at), entry, isSettled: true });
  });
  return kept;
}

/** A linked worktree is made with files that the main one mostly has, too. */
function cacheOfMain(location: Location, build: string): Cached | null {
  const { gitDir, commonDir } = location;
  return gitDir === commonDir ? null : loadSnapshot({ ...location, gitDir: commonDir }, build);
}

/** What was read of a file while it had these bytes; null: nothing is known of them. */
type Earlier = (file: string, oid: string) => Pick<Known, 'reading' | 'row'> | null;

function earlierReadings(snapshot: Snapshot | null): Earlier {
  if (snapshot === null) return () => null;
  const places = once(() => new Map((snapshot.section('files') as readonly string[]).map((file, at) => [file, at])));
  const rows = once(() => snapshot.rows());
  return (file, oid) => {
    const at = places().get(file);
    const row = at === undefined ? undefined : rows()[at];
    return at === undefined || row?.oid !== oid ? null : { reading: unpackReading(row.reading), row: snapshot.rowBytes(at) };
  };
}

interface Reader {
  readonly root: string;
  readonly folder: string;
  readonly readAt: number;
  readonly texts: Map<string, string>;
  readonly earlier: Earlier;
}

function readOne({ root, folder, readAt, texts, earlier }: Reader, file: string): Known | null {
  const found = readText(`${root}/${file}`, file);
  if (found === null) return null;
  if (found.text !== null) texts.set(file, found.text);
  const { oid, stats } = found;
  const trusted = stats && isTrusted(stats, readAt) ? stats : null;
  const state = { oid, entry: printEntry({ file, oid, stats: trusted }), isSettled: trusted !== null };
  const known = found.text === null ? null : earlier(file, oid);
  if (known !== null) return { ...state, ...known };
  const reading: FileReading = found.text === null ? { file, problems: found.problem ? [found.problem] : [] } : readFile(file, found.text, folder);
  return { ...state, reading, row: printRow({ oid, reading: packReading(reading) }) };
}

type State = { readonly location: Location; readonly build: string; readonly readAt: number; readonly folders: ReturnType<typeof stampFolders>; readonly listing: Listing };

function save({ location, build, readAt, folders, listing }: State, known: readonly Known[], view: View): void {
  const index = printIndex(known.map(({ entry }) => entry));
  const rows = known.map(({ row }) => row);
  const ready = new Set(view.survey.ready.map(({ id }) => id));
  const files = known.map(({ reading }) => reading.file);
  const sections = { files, strays: listing.problems, ...surveySections(view.survey) };
  const texts = { oids: known.map(({ oid }) => oid).join(''), ids: printIdTable(view.graph(), spansById(known, rows), ready) };
  const header = { build, folder: location.folder, index: indexName(index), folders, files: files.length, readAt };
  saveSnapshot(location, index, printSnapshot(header, { sections, texts, rows }));
}

/** By lower-case id. Of duplicates the first counts, as in the graph. */
function spansById(known: readonly Known[], rows: readonly Buffer[]): ReadonlyMap<string, Span> {
  const spans = taskSpans(rows);
  const byId = new Map<string, Span>();
  known.flatMap(({ reading }) => reading.tasks ?? []).forEach(({ id }, at) => {
    const [key, span] = [id.toLowerCase(), spans[at]];
    if (span !== undefined && !byId.has(key)) byId.set(key, span);
  });
  return byId;
}
