/** Which files a workspace holds, and what tells that none came or went. */
import { lstatSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnits } from '../../core/by-code-units.ts';
import { fileKind, RECORD_FOLDERS } from '../../core/documents/file-kind.ts';
import { problem } from '../../core/problem/problem.ts';
import type { Problem } from '../../core/problem/problem.ts';
import { stampOf } from '../stamp.ts';
import type { Stamp } from '../stamp.ts';

export interface Listing {
  /** Relative to the repository, sorted by code units. */
  readonly files: readonly string[];
  /** Entries that are no plain files: told of, never followed. */
  readonly problems: readonly Problem[];
}

export function listFiles(root: string, folder: string): Listing {
  const found = RECORD_FOLDERS.map((sub) => listReadable(root, folder, sub));
  return { files: found.flatMap(({ files }) => files).sort(byCodeUnits), problems: found.flatMap(({ problems }) => problems) };
}

/** A folder that may not be looked into hides records, which is told. */
function listReadable(root: string, folder: string, sub: string): { files: string[]; problems: Problem[] } {
  try {
    return listFolder(root, folder, sub);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    const file = sub === '' ? folder : `${folder}/${sub}`;
    return { files: [], problems: code === 'ENOENT' ? [] : [problem('stray-file', { file }, { reason: 'unreadable', detail: code })] };
  }
}

function listFolder(root: string, folder: string, sub: string): { files: string[]; problems: Problem[] } {
  const path = sub === '' ? folder : `${folder}/${sub}`;
  const files: string[] = [];
  const problems: Problem[] = isLink(root, path) ? [problem('stray-file', { file: path }, { reason: 'symlink', detail: `to ${targetOf(root, path)}` })] : [];
  for (const entry of isOwnFolder(root, path) ? readdirSync(join(root, path), { withFileTypes: true }) : []) {
    const inner = sub === '' ? entry.name : `${sub}/${entry.name}`;
    const file = `${folder}/${inner}`;
    if (entry.isDirectory() && sub === 'tasks' && !entry.name.startsWith('.')) problems.push(problem('stray-file', { file }, { reason: 'folder', detail: '' }));
    else if ((entry.isDirectory() && inner !== 'coord.yaml') || fileKind(inner) === 'foreign') continue;
    else if (!hasOwnName(root, file)) problems.push(problem('stray-file', { file }, { reason: 'unreadable', detail: 'its name is not UTF-8' }));
    else if (entry.isFile()) files.push(file);
    else if (entry.isSymbolicLink()) problems.push(problem('stray-file', { file }, { reason: 'symlink', detail: `to ${targetOf(root, file)}` }));
    else problems.push(problem('stray-file', { file }, { reason: 'unreadable', detail: 'it is no plain file' }));
  }
  return { files, problems };
}

/** A folder that is a link, or lies behind one, is not followed: what it holds is not this repository's. */
function isOwnFolder(root: string, path: string): boolean {
  const steps = path.split('/');
  return steps.every((_, depth) => lstatSync(join(root, ...steps.slice(0, depth + 1)), { throwIfNoEntry: false })?.isDirectory() === true);
}

function isLink(root: string, path: string): boolean {
  return lstatSync(join(root, path), { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function targetOf(root: string, file: string): string {
  try {
    return readlinkSync(join(root, file));
  } catch {
    return 'a place that cannot be read';
  }
}

/** Bytes that are no UTF-8 come as U+FFFD: a name by which the file cannot be found. */
function hasOwnName(root: string, file: string): boolean {
  return !file.includes('\ufffd') || lstatSync(join(root, file), { throwIfNoEntry: false }) !== undefined;
}

/** Of each folder that holds records: whether its list of entries is as it was. */
export function stampFolders(root: string, folder: string): Stamp[] {
  return RECORD_FOLDERS.map((sub) => stampOf(join(root, folder, sub)));
}
