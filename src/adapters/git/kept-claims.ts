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
  const { name, key } = keyOf(build, folder, stamps);
  const kept = fromJson(load(location, name, key)) as readonly ClaimRef[] | null;
  if (kept !== null) return kept;
  const refs = await listClaims(location, folder);
  if (areSettled(stamps, readAt) && refs.every(hasUsualForm)) writeCacheFile(location, name, `${key}\n${printList(refs)}`);
  return refs;
}

/** Some of the list, without making anything of the others. */
export async function keptClaimsOf(location: Location, build: string, ids: readonly string[], folder = CLAIM_REFS, readAt = Date.now()): Promise<readonly ClaimRef[]> {
  const { name, key } = keyOf(build, folder, stampRefs(location, folder));
  const kept = load(location, name, key);
  const found = kept === null ? null : fromJson(`[${ids.flatMap((id) => lineOf(kept, id)).join(',')}]`);
  return (found as readonly ClaimRef[] | null) ?? (await keptClaims(location, build, folder, readAt)).filter(({ id }) => ids.includes(id));
}

/** Without the comma that parts it from the next one. */
function lineOf(kept: string, id: string): readonly string[] {
  const at = kept.indexOf(`\n${beginningOf(id)}`);
  return at === -1 ? [] : [kept.slice(at + 1, kept.indexOf('\n', at + 1)).replace(/,$/, '')];
}

/** A claim in a line, which begins with the task's id. */
function printList(refs: readonly ClaimRef[]): string {
  const lines = refs.map(({ id, oid, claim }) => `${beginningOf(id)}${JSON.stringify({ oid, claim }).slice(1)}`);
  return `[\n${lines.join(',\n')}\n]`;
}

/** null for what a crash left of it. */
function fromJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '') as unknown;
  } catch {
    return null;
  }
}

const beginningOf = (id: string): string => `{"id":${JSON.stringify(id)},`;

function keyOf(build: string, folder: string, stamps: readonly Stamp[]): { readonly name: string; readonly key: string } {
  return { name: `${folder.replaceAll('/', '-')}list`, key: JSON.stringify([build, folder, ...stamps]) };
}

/** A ref in a folder of its own would change without a trace here; a broken one may be mended in place, by hand. */
function hasUsualForm({ id, claim }: ClaimRef): boolean {
  return claim !== null && !id.includes('/');
}

/** What changes with every change of a claim's ref, whichever way this repository stores refs. */
function stampRefs({ commonDir }: Location, folder: string): Stamp[] {
  return [folder, 'packed-refs', 'reftable/tables.list'].map((name) => stampOf(join(commonDir, name)));
}

/** As it was printed; null where none is kept whole for this state of the refs. */
function load(location: Location, name: string, key: string): string | null {
  try {
    const text = readFileSync(cachePath(location, name), 'utf8');
    return text.startsWith(`${key}\n`) && text.endsWith('\n]') ? text.slice(key.length + 1) : null;
  } catch {
    return null;
  }
}
