import { chmodSync, statSync } from 'node:fs';
import { makeFolder } from '../make-folder.ts';

const OWNER_ONLY = 0o700;

/** What agents print may hold what others should not see, so nobody else may look in. */
export function makePrivateFolder(path: string): void {
  makeFolder(path);
  if ((statSync(path).mode & 0o777) !== OWNER_ONLY) chmodSync(path, OWNER_ONLY);
}
