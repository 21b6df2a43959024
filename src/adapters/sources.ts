/** Texts to import, from anywhere on this machine. What is no text is refused by name. */
import { closeSync, constants, fstatSync, openSync, readSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Sources } from '../app/ports/source-port.ts';
import { MAX_SOURCE_BYTES, MAX_SOURCE_FILES } from '../core/documents/limits.ts';
import type { SourceText } from '../core/import/draft.ts';
import { decodeText } from './decode-text.ts';
import { done, refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';

/** `root`: the work tree's; `cwd`: where the paths were typed. */
export function createSources(root: string, cwd: string): Sources {
  return { read: (typed, endings) => Promise.resolve(readSources(root, resolve(cwd, typed), typed, endings)) };
}

function readSources(root: string, path: string, typed: string, endings: readonly string[]): Result<readonly SourceText[]> {
  const unreadable = (reason: string): Result<never> => refused('source-unreadable', { source: typed, reason });
  try {
    const paths = statSync(path).isDirectory() ? filesBelow(path, endings) : [path];
    if (paths.length === 0) return unreadable(`no file in it ends in ${endings.join(' or ')}`);
    if (paths.length > MAX_SOURCE_FILES) return unreadable(`it has more than ${MAX_SOURCE_FILES} files`);
    const texts: SourceText[] = [];
    let room = MAX_SOURCE_BYTES;
    for (const file of paths) {
      const bytes = readUpTo(file, room);
      const read = bytes instanceof Uint8Array ? decodeText(bytes) : bytes;
      if ('reason' in read) return unreadable(`${paths.length === 1 ? 'it' : basename(file)} ${read.reason}`);
      room -= Buffer.byteLength(read.text);
      texts.push({ name: nameOf(root, file, path), text: read.text });
    }
    return done(texts);
  } catch (error) {
    return unreadable(REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? (error as Error).message);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'you have no permission to',
  ELOOP: 'it is a link that leads in a circle',
  ENAMETOOLONG: 'there is no such file',
};

/** In order of their names. Links are not followed: they may lead in circles. */
function filesBelow(folder: string, endings: readonly string[]): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && endings.some((ending) => entry.name.toLowerCase().endsWith(ending)));
  return files.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !/[\\/](?:\.git|node_modules)[\\/]/.test(path)).sort();
}

/** All bytes, or why not. Opened without waiting: a pipe that nobody writes to would never open, and one that is written to may never end. */
function readUpTo(path: string, limit: number): Buffer | { readonly reason: string } {
  const tooLong = { reason: `has more than ${MAX_SOURCE_BYTES / 1024 / 1024} MiB` };
  const handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) return { reason: 'is a pipe or a device, and no file' };
    if (stat.size > limit) return tooLong;
    const chunks: Buffer[] = [];
    for (let total = 0; ; ) {
      const chunk = Buffer.alloc(64 * 1024);
      const count = readSync(handle, chunk);
      if (count === 0) return Buffer.concat(chunks);
      total += count;
      if (total > limit) return tooLong;
      chunks.push(chunk.subarray(0, count));
    }
  } finally {
    closeSync(handle);
  }
}

/** Relative to the repository where it lies in it, so that it is the same for everybody; else to where the file or folder that was typed stands. */
function nameOf(root: string, path: string, typed: string): string {
  const way = relative(root, path);
  const isOutside = way.startsWith('..') || way === '' || resolve(way) === way;
  return (isOutside ? relative(dirname(typed), path) : way).split(sep).join('/');
}
