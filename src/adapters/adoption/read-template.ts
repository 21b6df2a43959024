/** The files of a template, read from a stranger's folder: no link in it is followed, and nothing is read that is no text or too long. */
import { lstatSync, readFileSync, readdirSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { join } from 'node:path';
import type { FileChange } from '../../app/ports/writer-port.ts';
import { MAX_BYTES } from '../../core/documents/limits.ts';
import { EnvironmentFailure } from '../../core/problem/environment-failure.ts';
import { refusal } from '../../core/problem/refusal.ts';

/** All that a template may have; what else lies in the folder, such as handoffs, belongs to the work that was done there. */
const TAKEN: readonly (readonly [folder: string, file: RegExp])[] = [
  ['', /^(?:coord\.yaml|tasks\.yaml|README\.md)$/],
  ['tasks', /^[^.].*\.ya?ml$/i],
  ['agents', /^[^.].*\.md$/i],
];
/** Together they bound what is kept in memory. */
const MAX_FILES = 10_000;
const MAX_TOTAL = 64 * MAX_BYTES;

/** `name`: what messages call the folder. */
export function readTemplate(root: string, name: string): readonly FileChange[] {
  const unusable = (path: string, reason: string): never => {
    throw new EnvironmentFailure(refusal('template-unusable', { path: path === '' ? name : join(name, path), reason }));
  };
  const orUnusable = <T>(path: string, read: () => T): T => {
    try {
      return read();
    } catch (error) {
      return unusable(path, REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? (error as Error).message);
    }
  };
  const textAt = (path: string): string => {
    const fault = faultOf(orUnusable(path, () => lstatSync(join(root, path))));
    if (fault !== null) unusable(path, fault);
    const text = decoded(orUnusable(path, () => readFileSync(join(root, path))));
    return text ?? unusable(path, 'it is not UTF-8 text');
  };
  const namesIn = (folder: string): readonly string[] => {
    const stat = folder === '' ? orUnusable(folder, () => statSync(root)) : lstatSync(join(root, folder), { throwIfNoEntry: false });
    if (stat === undefined) return [];
    if (stat.isSymbolicLink()) unusable(folder, 'it is a link');
    if (!stat.isDirectory()) unusable(folder, 'it is no folder');
    return orUnusable(folder, () => readdirSync(join(root, folder))).sort();
  };
  const paths = TAKEN.flatMap(([folder, file]) => namesIn(folder).filter((found) => file.test(found)).map((found) => (folder === '' ? found : `${folder}/${found}`)));
  if (!paths.includes('coord.yaml')) unusable('', 'there is no coord.yaml in it');
  if (paths.length > MAX_FILES) unusable('', `it has more than ${MAX_FILES} files`);
  let total = 0;
  return paths.map((path) => {
    const text = textAt(path);
    total += text.length;
    if (total > MAX_TOTAL) unusable('', `its files have more than ${MAX_TOTAL / 1024 / 1024} MiB`);
    return { path, text };
  });
}

function faultOf(stat: Stats): string | null {
  if (stat.isSymbolicLink()) return 'it is a link';
  if (!stat.isFile()) return 'it is no file';
  return stat.size > MAX_BYTES ? `it has more than ${MAX_BYTES / 1024} KiB` : null;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'it is no folder',
  EACCES: 'you have no permission to read it',
};

/** null: it is no text. */
function decoded(bytes: Buffer): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
