/** The folders whose notices say something of a workspace, and what they say. */
import { join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import { fileKind, RECORD_FOLDERS } from '../../core/documents/file-kind.ts';

/** Milliseconds after which it is seen again which of them came, or went. */
export const BEAT = 2000;

/** Of records, and of the refs of claims, whichever way this repository stores refs. */
export function watchedFolders({ root, folder, commonDir }: Location): readonly string[] {
  const claims = ['.', 'refs/coord', 'refs/coord/tasks', 'reftable'];
  return [...RECORD_FOLDERS.map((name) => join(root, folder, name)), ...claims.map((name) => join(commonDir, name))].map((path) => path.replace(/\/$/, ''));
}

/** What to look at after a notice: a file of the workspace, its folders, the claims, or nothing. */
export function meantBy({ root, folder, commonDir }: Location, path: string, name: string | null): string | null {
  const workspace = join(root, folder);
  if (!path.startsWith(workspace)) return path !== commonDir || name === null || name === 'packed-refs' ? 'claims' : null;
  const inner = name === null ? '' : `${path}/${name}`.slice(workspace.length + 1);
  return fileKind(inner) === 'foreign' ? 'folders' : `${folder}/${inner}`;
}
