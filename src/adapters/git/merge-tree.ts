/**
 * What the merge button of a hosting site would make of two commits, without touching anything: new objects go to a
 * temporary folder, and neither attributes nor merge drivers nor settings of this machine have a say, as they have none there.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import type { MergeSides } from '../../app/view.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { commitAt, isShallow } from './history.ts';
import { gitFailed, gitText, runGit, spawnGit } from './run-git.ts';
import type { GitOptions } from './run-git.ts';

export interface MergedTree {
  /** Ids of commits; one base as a rule, several where histories cross. */
  readonly bases: readonly string[];
  readonly ours: string;
  readonly theirs: string;
  /** Id of the tree; found with `env` only. */
  readonly merged: string;
  readonly conflicts: readonly { readonly kind: string; readonly paths: readonly string[] }[];
  readonly env: NonNullable<GitOptions['env']>;
}

/** `use` has the merged tree while it works; afterwards its objects are gone. */
export async function withMergedTree<T>(location: Location, sides: MergeSides, use: (merged: MergedTree) => Promise<T>): Promise<Result<T>> {
  const [ours, theirs] = await Promise.all([firstCommit(location, [sides.ours]), firstCommit(location, sides.theirs)]);
  // The parents of a commit may be cut off; a branch is there or not.
  if (ours === null && isShallow(location)) return refused('shallow-history', sides.names);
  if (ours === null && sides.ours === 'HEAD') return refused('no-first-commit', { verb: 'validate --merge' });
  if (ours === null || theirs === null) return refused('no-such-ref', { ref: ours === null ? sides.ours : sides.theirs[0] });
  const bases = await mergeBases(location, ours, theirs);
  if (bases.length === 0) return refused(isShallow(location) ? 'shallow-history' : 'unrelated-histories', sides.names);
  const folder = mkdtempSync(join(tmpdir(), 'coord-merge-'));
  try {
    const merged = await mergeIn(folder, location, { ours, theirs, names: sides.names });
    return merged.ok ? done(await use({ bases, ours, theirs, ...merged.value })) : merged;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function firstCommit(location: Location, revisions: readonly string[]): Promise<string | null> {
  for (const revision of revisions) {
    const commit = await commitAt(location, revision);
    if (commit !== null) return commit;
  }
  return null;
}

async function mergeBases(location: Location, ours: string, theirs: string): Promise<string[]> {
  const { code, stdout } = await runGit(location, ['merge-base', '--all', ours, theirs]);
  return code === 0 ? stdout.toString('utf8').split('\n').filter((line) => line !== '') : [];
}

/** What a site does by default, whatever is set here. A driver that is named in .git/info/attributes does what git itself does. */
const SETTINGS = ['merge.conflictStyle=merge', 'merge.default=text', 'merge.renames=true', 'merge.directoryRenames=conflict', 'merge.renormalize=false', 'merge.renameLimit=7000', 'merge.coord.driver=git merge-file %A %O %B'];

/** Options that merge-tree of older git does not know. */
const UNKNOWN_OPTION = 129;

async function mergeIn(folder: string, location: Location, { ours, theirs, names }: Record<'ours' | 'theirs', string> & Pick<MergeSides, 'names'>): Promise<Result<Pick<MergedTree, 'merged' | 'conflicts' | 'env'>>> {
  const env = { GIT_DIR: location.gitDir, GIT_WORK_TREE: location.root, GIT_OBJECT_DIRECTORY: objectFolder(folder, location) };
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  const args = [...SETTINGS.flatMap((setting) => ['-c', setting]), 'merge-tree', '--write-tree', '-z', '--name-only', '--messages', ours, theirs];
  // .gitattributes are read from the work tree and the index: from empty ones there are none.
  const { code, stdout, stderr } = await spawnGit(empty, args, { env: { ...env, GIT_WORK_TREE: empty, GIT_INDEX_FILE: join(folder, 'no-index') }, writes: true });
  if (code === UNKNOWN_OPTION) return refused('git-too-old', { version: (await gitText(location, ['version'])).replace(/^git version |\s/g, ''), needed: '2.38', what: 'checking a merge' });
  if (code > 1) {
    if (isShallow(location)) return refused('shallow-history', names);
    throw gitFailed(['merge-tree'], stderr);
  }
  const [merged = '', ...fields] = stdout.toString('utf8').split('\0');
  return done({ merged, conflicts: conflictsIn(fields), env });
}

/** An empty store of objects that finds all others in the repository's. */
function objectFolder(folder: string, { commonDir }: Location): string {
  const objects = join(folder, 'objects');
  mkdirSync(join(objects, 'info'), { recursive: true });
  writeFileSync(join(objects, 'info', 'alternates'), `${join(commonDir, 'objects')}\n`);
  return objects;
}

/** Names of files in conflict, an empty field, then messages: how many paths, the paths, the kind, the words. */
function conflictsIn(fields: readonly string[]): { kind: string; paths: string[] }[] {
  const conflicts: { kind: string; paths: string[] }[] = [];
  for (let at = fields.indexOf('') + 1; at + 1 < fields.length; ) {
    const count = Number(fields[at]);
    const paths = fields.slice(at + 1, at + 1 + count);
    const kind = /^CONFLICT \((.+)\)$/.exec(fields[at + 1 + count] ?? '')?.[1];
    if (kind !== undefined) conflicts.push({ kind, paths });
    at += count + 3;
  }
  return conflicts;
}
