/** The refs that hold claims: listed by one git call, changed by compare-and-swap. */
import { existsSync, linkSync, readdirSync, renameSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { ClaimRef, Location } from '../../app/ports.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { parseClaim, printClaim } from '../../core/schedule/claim.ts';
import type { ClaimRecord } from '../../core/schedule/claim.ts';
import { gitFailed, gitText, runGit } from './run-git.ts';
import { makeFolder } from '../make-folder.ts';
import { wait } from '../wait.ts';

export const CLAIM_REFS = 'refs/coord/tasks/';

const FORMAT = '%(refname)%00%(objectname)%00%(raw:size)%00%(raw)';
const STALE_SECONDS = 60;
const MANY_LOOSE = 256;
/** Milliseconds between tries: another git holds a ref's lock for a moment only. */
const PATIENCE = [5, 10, 20, 40, 80, 160, 320, 640];

export async function listClaims(location: Location, pattern = CLAIM_REFS): Promise<ClaimRef[]> {
  const args = ['for-each-ref', `--format=${FORMAT}`, pattern];
  const { code, stdout, stderr } = await runGit(location, args);
  if (code !== 0) throw gitFailed(args, stderr);
  return parseRefs(stdout);
}

export async function readClaim(location: Location, id: string): Promise<ClaimRef | null> {
  return (await listClaims(location, CLAIM_REFS + id))[0] ?? null;
}

/**
 * The value may hold any bytes, so its size says where it ends; a line break follows. Read as Latin-1 a character is a
 * byte, so the whole is cut as one text; what is not ASCII is read again from the bytes.
 */
function parseRefs(bytes: Buffer): ClaimRef[] {
  const text = bytes.toString('latin1');
  const asUtf8 = (from: number, to: number): string => {
    const part = text.slice(from, to);
    return /[\x80-\xff]/.test(part) ? bytes.toString('utf8', from, to) : part;
  };
  const refs: ClaimRef[] = [];
  for (let at = 0; at < text.length; ) {
    const nameEnd = text.indexOf('\0', at);
    const oidEnd = text.indexOf('\0', nameEnd + 1);
    const sizeEnd = text.indexOf('\0', oidEnd + 1);
    const valueEnd = sizeEnd + 1 + Number(text.slice(oidEnd + 1, sizeEnd));
    refs.push({ id: asUtf8(at + CLAIM_REFS.length, nameEnd), oid: text.slice(nameEnd + 1, oidEnd), claim: parseClaim(asUtf8(sizeEnd + 1, valueEnd)) });
    at = valueEnd + 1;
  }
  return refs;
}

/** False: the ref is no longer as expected, so another came first. */
export async function swapClaim(location: Location, id: string, expected: string | null, next: ClaimRecord): Promise<Result<boolean>> {
  const ref = CLAIM_REFS + id;
  let failure = '';
  for (const pause of [...PATIENCE, null]) {
    // Written again on each try: a gc between the two calls may have dropped it.
    const oid = (await gitText(location, ['hash-object', '-w', '--stdin'], { stdin: printClaim(next), writes: true })).trim();
    const updated = await runGit(location, ['update-ref', '--no-deref', ref, oid, expected ?? '0'.repeat(oid.length)], { writes: true });
    if (updated.code === 0) {
      await packWhenMany(location);
      return done(true);
    }
    const current = (await readClaim(location, id))?.oid ?? null;
    if (current !== expected) return done(current === oid);
    failure = updated.stderr;
    removeStaleLock(location, ref);
    if (pause !== null) await wait(pause);
  }
  const lock = join(location.commonDir, `${ref}.lock`);
  if (!existsSync(lock)) throw gitFailed(['update-ref', ref], failure);
  return refused('ref-locked', { path: lock, ageSeconds: ageOf(lock) });
}

/** Claims outlive their tasks, and a ref in a file of its own costs every reader six times what a packed one does. */
async function packWhenMany(location: Location): Promise<void> {
  const folder = join(location.commonDir, CLAIM_REFS);
  const loose = existsSync(folder) ? readdirSync(folder).length : 0;
  // Failing is no fault: another git packs them, or the next claim tries again.
  if (loose > MANY_LOOSE) await runGit(location, ['pack-refs', '--all'], { writes: true });
}

/** A lock that old was left by a git that died. It is moved away first, to be sure that it is the one looked at. */
function removeStaleLock(location: Location, ref: string): void {
  const lock = join(location.commonDir, `${ref}.lock`);
  const seen = statSync(lock, { throwIfNoEntry: false });
  if (seen === undefined || ageOf(lock) <= STALE_SECONDS) return;
  const folder = join(location.commonDir, 'coord');
  const aside = join(folder, `.coord-stale-${process.pid}-${process.hrtime.bigint()}`);
  makeFolder(folder);
  try {
    renameSync(lock, aside);
  } catch {
    return; // another was quicker
  }
  if (statSync(aside).ino !== seen.ino) linkSync(aside, lock);
  unlinkSync(aside);
}

function ageOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? 0 : Math.round((Date.now() - found.mtimeMs) / 1000);
}
