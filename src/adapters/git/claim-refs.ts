/** The refs that hold claims: listed by one git call, changed by compare-and-swap. */
import { existsSync, linkSync, readdirSync, renameSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { ClaimRef, Location } from '../../app/ports.ts';
import { EnvironmentFailure } from '../../core/problem/environment-failure.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { parseClaim, printClaim } from '../../core/schedule/claim.ts';
import type { ClaimRecord } from '../../core/schedule/claim.ts';
import { gitFailed, gitText, runGit, startGit } from './run-git.ts';
import type { GitOutput } from './run-git.ts';
import { standingRef } from './standing-answers.ts';
import { standingBlob, standingSwap } from './standing-writes.ts';
import { makeFolder } from '../make-folder.ts';
import { PATIENCE, wait } from '../wait.ts';

export const CLAIM_REFS = 'refs/coord/tasks/';
/** Below it, a folder for each remote: its claims as they were seen last. */
export const SEEN_REFS = 'refs/coord-remote/';

const FORMAT = '%(refname)%00%(objectname)%00%(raw:size)%00%(raw)';
/** A claim has well under a kilobyte. */
const MOST_CLAIM_BYTES = 65_536;
const MOST_BYTES = 64 * 1024 * 1024;
const STALE_SECONDS = 60;
const MANY_LOOSE = 256;

/** `folder`: the refs below which the ids stand. */
export async function listClaims(location: Location, folder = CLAIM_REFS, pattern = folder): Promise<ClaimRef[]> {
  const { code, stdout, stderr } = await runGit(location, ['for-each-ref', `--format=${FORMAT}`, pattern], { limit: MOST_BYTES }).catch(tooMuch);
  return code === 0 ? [...parseRefs(stdout, folder), ...brokenRefs(stderr, folder)] : listCarefully(location, folder, pattern);
}

/** A pattern covers what lies below it too: `A` is not `A/x`. */
export async function readClaim(location: Location, id: string, folder = CLAIM_REFS): Promise<ClaimRef | null> {
  const known = await standingRef(location, folder + id);
  if (known !== undefined) return known && { id, oid: known.oid, claim: parseClaim(known.bytes.toString('utf8')) };
  return (await listClaims(location, folder, folder + id)).find((ref) => ref.id === id) ?? null;
}

function tooMuch(error: unknown): GitOutput {
  if (error instanceof EnvironmentFailure && error.refusal.code === 'git-failed') return { code: 1, stdout: Buffer.alloc(0), stderr: '' };
  throw error;
}

/** Where one ref leads to no object, or to a giant, git lists none at all: so names first, then the values that can be claims. */
async function listCarefully(location: Location, folder: string, pattern: string): Promise<ClaimRef[]> {
  const args = ['for-each-ref', '--format=%(objectname) %(refname)', pattern];
  const { code, stdout, stderr } = await runGit(location, args);
  if (code !== 0) throw gitFailed(args, stderr);
  const refs = linesOf(stdout.toString('utf8')).map((line) => ({ oid: line.slice(0, line.indexOf(' ')), name: line.slice(line.indexOf(' ') + 1) }));
  const sizes = linesOf(await gitText(location, ['cat-file', '--batch-check=%(objectsize)'], { stdin: refs.map(({ oid }) => `${oid}\n`).join('') }));
  const isSane = (at: number): boolean => Number(sizes[at] ?? NaN) <= MOST_CLAIM_BYTES;
  const readable = refs.filter((_, at) => isSane(at)).map(({ name }) => name);
  const values = readable.length === 0 ? null : await runGit(location, ['for-each-ref', `--format=${FORMAT}`, ...readable]);
  if (values !== null && values.code !== 0) throw gitFailed(args, values.stderr);
  const others = refs.filter((_, at) => !isSane(at)).map(({ name, oid }) => ({ id: name.slice(folder.length), oid, claim: null }));
  return [...(values === null ? [] : parseRefs(values.stdout, folder)), ...others, ...brokenRefs(stderr, folder)];
}

/** Files of refs that hold no object's name, as a machine that went down leaves them: git warns of them and goes on. */
function brokenRefs(warnings: string, folder: string): ClaimRef[] {
  const names = [...warnings.matchAll(/ignoring broken ref (\S+)/g)].flatMap(([, name = '']) => (name.startsWith(folder) ? [name] : []));
  return names.map((name) => ({ id: name.slice(folder.length), oid: '', claim: null }));
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/**
 * The value may hold any bytes, so its size says where it ends; a line break follows. Read as Latin-1 a character is a
 * byte, so the whole is cut as one text; what is not ASCII is read again from the bytes.
 */
function parseRefs(bytes: Buffer, folder: string): ClaimRef[] {
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
    refs.push({ id: asUtf8(at + folder.length, nameEnd), oid: text.slice(nameEnd + 1, oidEnd), claim: parseClaim(asUtf8(sizeEnd + 1, valueEnd)) });
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
    const oid = await writeClaim(location, next);
    const isSwapped = await standingSwap(location, ref, oid, expected);
    const updated = isSwapped ? null : await runGit(location, ['update-ref', '--no-deref', ref, oid, expected ?? '0'.repeat(oid.length)], { writes: true });
    if (updated === null || updated.code === 0) {
      packWhenMany(location, CLAIM_REFS);
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

/** Answers the blob's id. */
export async function writeClaim(location: Location, claim: ClaimRecord): Promise<string> {
  const text = printClaim(claim);
  return (await standingBlob(location, text)) ?? (await gitText(location, ['hash-object', '-w', '--stdin'], { stdin: text, writes: true })).trim();
}

/** Failing is no fault: it is tried again. */
export async function removeClaim(location: Location, id: string, expected: string): Promise<void> {
  await runGit(location, ['update-ref', '--no-deref', '-d', CLAIM_REFS + id, expected], { writes: true });
}

/**
 * Claims outlive their tasks, and a ref in a file of its own costs every reader six times what a packed one does. Packing a
 * thousand takes half a second, which is not for the claimant to wait for; where it fails, a later claim tries again.
 */
export function packWhenMany(location: Location, refs: string): void {
  const folder = join(location.commonDir, refs);
  const loose = existsSync(folder) ? readdirSync(folder).length : 0;
  if (loose > MANY_LOOSE) startGit(location, ['pack-refs', '--all']);
}

/** A lock that old was left by a git that died. It is moved away first, to be sure that it is the one looked at. */
export function removeStaleLock(location: Location, ref: string): void {
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
