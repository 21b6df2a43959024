/** What the caller's index holds under the workspace folder, and how HEAD's tree differs from it. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import { fileKind, RECORD_FOLDERS } from '../../core/documents/file-kind.ts';
import { gitText, runGit } from '../git/run-git.ts';
import { callersIndex } from '../git/staged.ts';
import { eachEntry, FLAGS_AT, MODE_AT, OID_AT } from './git-index.ts';
import { once } from '../../core/once.ts';
import { namesBySha256 } from './stat-index.ts';
import type { Entry, Tree } from './tree.ts';

export interface StagedChange {
  /** In HEAD; null where it holds nothing. */
  readonly before: Entry | null;
  /** In the index; null where it was removed. */
  readonly after: Entry | null;
}

export interface IndexEntry extends Entry {
  readonly file: string;
  /** Not 0 where a merge left several. */
  readonly stage: number;
}

export interface StagedTrees {
  /** All of the index that lies in the workspace folder, in order of names. */
  readonly entries: readonly IndexEntry[];
  /** Files of records in the index. */
  readonly records: () => Tree;
  /** Staged files that differ from HEAD: git goes on comparing while others look at the entries. */
  readonly changes: Promise<ReadonlyMap<string, StagedChange>>;
}

export async function readStagedTrees(location: Location): Promise<StagedTrees> {
  const changing = listChanges(location);
  const entries = readIndexFile(location) ?? (await Promise.all([listIndex(location), changing]))[0];
  const records = once(() => new Map(entries.flatMap((entry) => recordOf(location, entry))));
  const allNew = (): Map<string, StagedChange> => new Map([...records()].map(([file, after]) => [file, { before: null, after }]));
  const changes = changing.then((changed) => changed ?? allNew());
  changes.catch(() => undefined); // told to whoever waits for it
  return { entries, records, changes };
}

/** Bytes of an index that git, on another core, lists sooner than it is read here: some 2,500 files. */
const LARGE = 262_144;

/** null where git is to tell. */
function readIndexFile(location: Location): readonly IndexEntry[] | null {
  try {
    const path = callersIndex(location)['GIT_INDEX_FILE'] ?? join(location.gitDir, 'index');
    if (statSync(path).size > LARGE) return null;
    const bytes = readFileSync(path);
    const digits = bytes.toString('hex');
    const entries: IndexEntry[] = [];
    const isWhole = eachEntry(bytes, (file, at) => {
      if (file !== location.folder && !file.startsWith(`${location.folder}/`)) return;
      const stage = (bytes.readUInt16BE(at + FLAGS_AT) >> 12) & 3;
      entries.push({ file, stage, mode: octal(bytes.readUInt32BE(at + MODE_AT)), oid: digits.slice(2 * (at + OID_AT), 2 * (at + FLAGS_AT)) });
    });
    return isWhole && !namesBySha256(location) ? entries : null;
  } catch {
    return null;
  }
}

const octal = (mode: number): string => (mode === 0o100644 ? '100644' : mode.toString(8));

async function listIndex(location: Location): Promise<readonly IndexEntry[]> {
  const text = await gitText(location, ['ls-files', '--stage', '-z', '--', location.folder], { env: callersIndex(location) });
  // `100644 <oid> 0\t<file>`
  return text.split('\0').slice(0, -1).map((line) => {
    const tab = line.indexOf('\t');
    return { file: line.slice(tab + 1), stage: Number(line[tab - 1]), mode: line.slice(0, 6), oid: line.slice(7, tab - 2) };
  });
}

/** Unmerged paths are left out: they cannot be committed, and git itself says so. */
function recordOf(location: Location, { file, stage, mode, oid }: IndexEntry): [string, Entry][] {
  return stage === 0 && isRecord(location, file) ? [[file, { mode, oid }]] : [];
}

/** null before the first commit: then everything staged is new. */
async function listChanges(location: Location): Promise<Map<string, StagedChange> | null> {
  const args = ['diff-index', '--cached', '--raw', '-z', '--no-renames', '--no-abbrev', 'HEAD', '--', location.folder];
  const { code, stdout } = await runGit(location, args, { env: callersIndex(location) });
  if (code !== 0) return null;
  const fields = stdout.toString('utf8').split('\0');
  const changes = new Map<string, StagedChange>();
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [oldMode = '', newMode = '', oldOid = '', newOid = ''] = (fields[at] ?? '').slice(1).split(' ');
    const file = fields[at + 1] ?? '';
    if (isRecord(location, file)) changes.set(file, { before: entryOf(oldMode, oldOid), after: entryOf(newMode, newOid) });
  }
  return changes;
}

function entryOf(mode: string, oid: string): Entry | null {
  return mode === '000000' ? null : { mode, oid };
}

/** What stands where a folder of records should be is looked at too: it would hide them all. */
export function isRecord({ folder }: Location, file: string): boolean {
  const path = file.slice(folder.length + 1);
  return file.startsWith(`${folder}/`) && (fileKind(path) !== 'foreign' || FOLDERS.has(path));
}

const FOLDERS: ReadonlySet<string> = new Set(RECORD_FOLDERS);
