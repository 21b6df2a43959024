/** Text files of the work tree, by repository-relative path. Nothing outside of it, or of git's own, is reached, not even by a link. */
import { existsSync, lstatSync, readFileSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname, isAbsolute, join, sep } from 'node:path';
import type { TextFiles } from '../app/ports/writer-port.ts';
import { EnvironmentFailure } from '../core/problem/environment-failure.ts';
import { refusal } from '../core/problem/refusal.ts';

export function createTextFiles(root: string): TextFiles {
  return {
    read(path) {
      const isFile = entryAt(insideOf(root, path))?.isFile() ?? false;
      return Promise.resolve(isFile ? decoded(path, readFileSync(join(root, path))) : null);
    },
    has: (path) => Promise.resolve(leadsInside(root, path) && existsSync(join(root, path))),
    linksOut: (paths) => Promise.resolve(paths.filter((path) => leadsOut(root, path))),
    list(folder) {
      const path = insideOf(root, folder);
      const isFolder = entryAt(path)?.isDirectory() ?? false;
      return Promise.resolve(isFolder ? filesIn(path).map((name) => `${folder}/${name}`) : []);
    },
  };
}

/** The absolute path, refused where a link on the way leads out of the work tree. */
export function insideOf(root: string, path: string): string {
  if (leadsInside(root, path)) return join(root, path);
  throw new EnvironmentFailure(refusal('edit-refused', { file: path, reason: 'it lies outside of the repository' }));
}

/** undefined also where a file stands in the place of a folder on the way. */
function entryAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function leadsInside(root: string, path: string): boolean {
  const full = join(root, path);
  const [real, folder] = [realpathSync(root), nearestExisting(dirname(full)) + sep];
  return full.startsWith(root + sep) && folder.startsWith(real + sep) && !folder.startsWith(join(real, '.git') + sep);
}

/** Where a folder that may not be there yet really is, links followed. */
export function nearestExisting(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return nearestExisting(dirname(folder));
  }
}

/** What an absolute link leads to here is somewhere else in every other clone. */
function leadsOut(root: string, path: string): boolean {
  if (!leadsInside(root, path) || entryAt(join(root, path))?.isSymbolicLink() !== true) return false;
  const target = readlinkSync(join(root, path));
  const reached = join(dirname(join(root, path)), target);
  return isAbsolute(target) || !reached.startsWith(root + sep) || reached.startsWith(join(root, '.git') + sep);
}

function filesIn(path: string): readonly string[] {
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map((entry) => entry.name).sort();
}

/** Bytes that are no text would come back changed, so they are not read as text. A byte-order mark is kept. */
function decoded(path: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new EnvironmentFailure(refusal('edit-refused', { file: path, reason: 'it is not UTF-8 text' }));
  }
}
