/** What HEAD's own line of commits did to the workspace: of a merge, what it brought into that line. One git call. */
import type { Location } from '../../app/ports.ts';
import { gitText } from './run-git.ts';

export interface ChangedEntry {
  readonly file: string;
  /** null: it is gone. */
  readonly entry: { readonly mode: string; readonly oid: string } | null;
}

export interface LineCommit {
  readonly commit: string;
  /** The one before it; null for a first commit, and where history was cut off. */
  readonly parent: string | null;
  /** When it came to be, in milliseconds since 1970. */
  readonly at: number;
  readonly changes: readonly ChangedEntry[];
}

const UNIT = '\u001F';
/** Begins each commit's own field, so that no name of a file is taken for one. */
const RECORD = '\u001E';
const FORMAT = `${RECORD}%H${UNIT}%P${UNIT}%ct`;
const ARGS = ['-c', 'log.showRoot=true', '-c', 'log.showSignature=false', '-c', 'log.mailmap=false', 'log', '-z', `--format=${FORMAT}`, '--first-parent', '--diff-merges=first-parent', '--raw', '--no-abbrev', '--no-renames', '--no-color', '--no-ext-diff', '--encoding=UTF-8', '--reverse'];

/** Those that `after` does not reach (a commit), or that came after it (a time); oldest first. */
export async function firstParents(location: Location, after: string | Date): Promise<readonly LineCommit[]> {
  const range = typeof after === 'string' ? ['--end-of-options', `${after}..HEAD`] : [`--since=${after.toISOString()}`, '--end-of-options', 'HEAD'];
  return commitsOf((await gitText(location, [...ARGS, ...range, '--', location.folder])).split('\0'));
}

function commitsOf(fields: readonly string[]): LineCommit[] {
  const commits: (LineCommit & { changes: ChangedEntry[] })[] = [];
  for (let at = 0; at < fields.length; at++) {
    const field = (fields[at] ?? '').replace(/^\n/, '');
    if (field.startsWith(RECORD)) commits.push(commitOf(field.slice(RECORD.length)));
    else if (field.startsWith(':')) commits.at(-1)?.changes.push(changeOf(field, fields[++at] ?? ''));
  }
  return commits;
}

function commitOf(field: string): LineCommit & { changes: ChangedEntry[] } {
  const [commit = '', parents = '', seconds = ''] = field.split(UNIT);
  const [parent = ''] = parents.split(' ');
  return { commit, parent: parent === '' ? null : parent, at: Number(seconds) * 1000, changes: [] };
}

function changeOf(field: string, file: string): ChangedEntry {
  const [, mode = '', , oid = ''] = field.split(' ');
  return { file, entry: mode === '000000' ? null : { mode, oid } };
}
