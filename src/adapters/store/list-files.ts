/** Which files a workspace holds, and what tells that none came or went. */
import { lstatSync, readdirSync } from 'node:fs';
import type { Dirent, Stats } from 'node:fs';
import { join } from 'node:path';
import { fileKind, RECORD_FOLDERS } from '../../core/documents/file-kind.ts';
import { problem } from '../../core/problem/problem.ts';
import type { Problem } from '../../core/problem/problem.ts';

export interface Listing {
  /** Relative to the repository, sorted by code units. */
  readonly files: readonly string[];
  /** Entries that are no plain files: told of, never followed. */
  readonly problems: readonly Problem[];
}

export function listFiles(root: string, folder: string): Listing {
  const found = RECORD_FOLDERS.map((sub) => listFolder(root, folder, sub));
  return { files: found.flatMap(({ files }) => files).sort(byCodeUnits), problems: found.flatMap(({ problems }) => problems) };
}

function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function listFolder(root: string, folder: string, sub: string): { files: string[]; problems: Problem[] } {
  const path = sub === '' ? folder : `${folder}/${sub}`;
  const files: string[] = [];
  const problems: Problem[] = [];
  for (const entry of entriesOf(join(root, path))) {
    const inner = sub === '' ? entry.name : `${sub}/${entry.name}`;
    const file = `${folder}/${inner}`;
    if (entry.isDirectory() && sub === 'tasks' && !entry.name.startsWith('.')) problems.push(problem('stray-file', { file }, { reason: 'folder', detail: '' }));
    else if (entry.isDirectory() || fileKind(inner) === 'foreign') continue;
    else if (entry.isFile()) files.push(file);
    else problems.push(problem('stray-file', { file }, { reason: entry.isSymbolicLink() ? 'symlink' : 'unreadable', detail: '' }));
  }
  return { files, problems };
}

/** A folder that is a link is not followed: what lies behind it is not this repository's. */
function entriesOf(path: string): Dirent[] {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isDirectory() === true ? readdirSync(path, { withFileTypes: true }) : [];
}

/** A folder's times change when an entry comes, goes or is renamed. */
export type FolderStamp = readonly [mtimeMs: number, ctimeMs: number, ino: number, dev: number] | null;

export function stampFolders(root: string, folder: string): FolderStamp[] {
  return RECORD_FOLDERS.map((sub) => stampOf(lstatSync(join(root, folder, sub), { throwIfNoEntry: false })));
}

function stampOf(stats: Stats | undefined): FolderStamp {
  return stats === undefined ? null : [stats.mtimeMs, stats.ctimeMs, stats.ino, stats.dev];
}
