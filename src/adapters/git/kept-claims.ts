/**
 * The list of claims, kept while no ref can have changed: reading a thousand of them costs git half a start of Node.
 * Git changes a ref by renaming a file over another, in the folder of loose refs or for all packed ones at once, so two
 * or three stamps tell. Whoever changes a claim reads its ref from git first and swaps it by compare-and-swap.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClaimRef, Location } from '../../app/ports.ts';
import { cachePath, writeCacheFile } from '../cache-folder.ts';
import { areSettled, stampOf } from '../stamp.ts';
import type { Stamp } from '../stamp.ts';
import { CLAIM_REFS, listClaims } from './claim-refs.ts';

/** `build`: a list that another build of coord kept is not understood. `readAt`: now, in milliseconds since 1970. */
export async function keptClaims(location: Location, build: string, folder = CLAIM_REFS, readAt = Date.now()): Promise<readonly ClaimRef[]> {
  const stamps = stampRefs(location, folder);
  const name = `${folder.replaceAll('/', '-')}list`;
  const key = JSON.stringify([build, folder, ...stamps]);
  const kept = load(location, name, key);
  if (kept !== null) return kept;
  const refs = await listClaims(location, folder);
  if (areSettled(stamps, readAt) && refs.every(hasUsualForm)) writeCacheFile(location, name, `${key}\n${JSON.stringify(refs)}`);
  return refs;
}

/** A ref in a folder of its own would change without a trace here; a broken one may be mended in place, by hand. */
function hasUsualForm({ id, claim }: ClaimRef): boolean {
  return claim !== null && !id.includes('/');
}

/** What changes with every change of a claim's ref, whichever way this repository stores refs. */
function stampRefs({ commonDir }: Location, folder: string): Stamp[] {
  return [folder, 'packed-refs', 'reftable/tables.list'].map((name) => stampOf(join(commonDir, name)));
}

/** null where none is kept for this state of the refs. */
function load(location: Location, name: string, key: string): readonly ClaimRef[] | null {
  try {
    const text = readFileSync(cachePath(location, name), 'utf8');
    return text.startsWith(`${key}\n`) ? (JSON.parse(text.slice(key.length + 1)) as ClaimRef[]) : null;
  } catch {
    return null;
  }
}
