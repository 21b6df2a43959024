/** What the caller's index holds under the workspace folder, and how HEAD's tree differs from it. */
import type { Location } from '../../app/ports.ts';
import { fileKind, RECORD_FOLDERS } from '../../core/documents/file-kind.ts';
import { gitText, runGit } from '../git/run-git.ts';
import { callersIndex } from '../git/staged.ts';
import { once } from './once.ts';
import type { Entry, Tree } from './tree.ts';

export interface StagedChange {
  /** In HEAD; null where it holds nothing. */
  readonly before: Entry | null;
  /** In the index; null where it was removed. */
  readonly after: Entry | null;
}

export interface StagedTrees {
  /** The index as `git ls-files --stage` lists it: `<mode> <oid> <stage>\t<file>`. */
  readonly lines: readonly string[];
  /** Files of records in the index. */
  readonly records: () => Tree;
  /** Staged files that differ from HEAD. */
  readonly changes: ReadonlyMap<string, StagedChange>;
}

export async function readStagedTrees(location: Location): Promise<StagedTrees> {
  const [lines, changed] = await Promise.all([listIndex(location), listChanges(location)]);
  const records = once(() => new Map(lines.flatMap((line) => recordOf(location, line))));
  const changes = changed ?? new Map([...records()].map(([file, after]) => [file, { before: null, after }]));
  return { lines, records, changes };
}

async function listIndex(location: Location): Promise<readonly string[]> {
  const text = await gitText(location, ['ls-files', '--stage', '-z', '--', location.folder], { env: callersIndex(location) });
  return text.split('\0');
}

/** Unmerged paths are left out: they cannot be committed, and git itself says so. */
function recordOf(location: Location, line: string): [string, Entry][] {
  const tab = line.indexOf('\t');
  const [mode = '', oid = '', stage] = line.slice(0, Math.max(0, tab)).split(' ');
  const file = line.slice(tab + 1);
  return stage === '0' && isRecord(location, file) ? [[file, { mode, oid }]] : [];
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
