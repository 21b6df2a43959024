/** What a git that stays can write (standing-git.ts): small blobs, and refs by compare-and-swap. undefined each time: not done, as far as is known. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import { makeFolder } from '../make-folder.ts';
import { random } from '../random.ts';
import { temporaryName, writerOfTemporary } from '../temporary-name.ts';
import { standingAt } from './standing-git.ts';

/** Answers its id. */
export async function standingBlob(location: Location, text: string): Promise<string | undefined> {
  const standing = standingAt(location);
  if (standing === undefined || location.commonDir.includes('\n')) return undefined;
  const path = join(location.commonDir, 'coord', temporaryName(random.hex(6)));
  try {
    makeFolder(dirname(path));
    writeFileSync(path, text, { flag: 'wx' });
    return await standing.blobs.write(`${path}\n`);
  } catch {
    return undefined; // a full disk, say: the other git tells what it is
  } finally {
    rmSync(path, { force: true });
  }
}

/** What a dispatcher that was killed left of it. Only one works in a repository at a time. */
export function sweepBlobs({ commonDir }: Pick<Location, 'commonDir'>): void {
  const folder = join(commonDir, 'coord');
  for (const name of readdirSync(folder)) if (writerOfTemporary(name) !== null) rmSync(join(folder, name), { force: true });
}

/** True: the ref was as expected (null: not there), and is changed. A git that finds it otherwise ends, and another says why. */
export async function standingSwap(location: Location, ref: string, oid: string, expected: string | null): Promise<true | undefined> {
  const standing = standingAt(location);
  if (standing === undefined || !/^refs\/[\w./-]+$/.test(ref)) return undefined;
  const swapped = await standing.refs.write(`start\noption no-deref\nupdate ${ref} ${oid} ${expected ?? '0'.repeat(oid.length)}\nprepare\ncommit\n`);
  return swapped === undefined ? undefined : true;
}
