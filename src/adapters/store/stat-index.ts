/**
 * Which of many files changed, asked of git: an index of our own holds the state each was read in, and
 * `git diff-files` compares it with the disk, in C and on another core. Ten thousand lstat calls from here
 * cost three times as much (bench/README.md). Format: git's documentation, gitformat-index, version 2.
 */
import { closeSync, fstatSync, lstatSync, openSync, readFileSync, readSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import { basename, join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import { runGit } from '../git/run-git.ts';
import { crypto } from '../crypto.ts';
import { indexName } from './cache-files.ts';
import { CHECKSUM, eachEntry, FLAGS_AT, HEADER, MODE_AT, NAME_AT, OID_AT, paddedLength } from './git-index.ts';

export interface Stamped {
  /** Relative to the repository. */
  readonly file: string;
  readonly oid: string;
  /** null: never trust it, always look again. */
  readonly stats: BigIntStats | null;
}

const PLAIN_MODE = 0o100644;
/** Fewer files than this are compared here: starting git costs more. */
const FEW = 400;
/** The user's settings must not weaken the comparison, nor anything else watch or mend this index. */
const STRICT = ['-c', 'core.trustctime=true', '-c', 'core.checkStat=default', '-c', 'core.fsmonitor=false', '-c', 'core.fileMode=true', '-c', 'core.preloadIndex=true', '-c', 'core.symlinks=true'];

/** An entry's own bytes: kept as they are from one index to the next while its file does not change. */
export function printEntry({ file, oid, stats }: Stamped): Buffer {
  const length = Buffer.byteLength(file);
  const entry = Buffer.allocUnsafe(paddedLength(NAME_AT + length)).fill(0);
  if (stats) writeStats(entry, stats);
  else entry.writeUInt32BE(PLAIN_MODE, MODE_AT);
  entry.write(oid, OID_AT, 'hex');
  entry.writeUInt16BE(Math.min(length, 0xfff), FLAGS_AT);
  entry.write(file, NAME_AT);
  return entry;
}

/** `entries` sorted by the bytes of their names. */
export function printIndex(entries: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(HEADER);
  header.write('DIRC', 0, 'latin1');
  header.writeUInt32BE(2, 4);
  header.writeUInt32BE(entries.length, 8);
  const body = Buffer.concat([header, ...entries]);
  return Buffer.concat([body, crypto().createHash('sha1').update(body).digest()]);
}

/** The entries of an index that `printIndex` made, by file; null where it is not there, or not what its name says. */
export function readIndex(path: string): Map<string, Buffer> | null {
  try {
    const bytes = readFileSync(path);
    return basename(path) === indexName(bytes) ? parseIndex(bytes) : null;
  } catch {
    return null;
  }
}

/** null where it does not come out even: a part of an index would hide files. */
function parseIndex(bytes: Buffer): Map<string, Buffer> | null {
  const entries = new Map<string, Buffer>();
  const isWhole = eachEntry(bytes, (name, at, end) => entries.set(name, bytes.subarray(at, end)));
  return isWhole && entries.size === bytes.readUInt32BE(8) && !entries.has('') ? entries : null;
}

function writeStats(entry: Buffer, stats: BigIntStats): void {
  const { ctimeNs, mtimeNs, dev, ino, uid, gid, size } = stats;
  const mode = (stats.mode & 0o100n) === 0n ? BigInt(PLAIN_MODE) : 0o100755n;
  writeTime(entry, ctimeNs, 0);
  writeTime(entry, mtimeNs, 8);
  [dev, ino, mode, uid, gid, size].forEach((value, index) => entry.writeInt32BE(Number(BigInt.asIntN(32, value)), 16 + index * 4));
}

/** Seconds, and what is left in nanoseconds. */
function writeTime(entry: Buffer, time: bigint, at: number): void {
  const seconds = time / NANO;
  entry.writeInt32BE(Number(BigInt.asIntN(32, seconds)), at);
  entry.writeInt32BE(Number(time - seconds * NANO), at + 4);
}

const NANO = 1_000_000_000n;

/** Files whose state is not the one in the index at `path`; null where that is not the index of its name, whole. */
export async function changedSince(location: Location, path: string, count: number, few = FEW): Promise<readonly string[] | null> {
  const byGit = count < few ? null : await changedByGit(location, path);
  // Asked afterwards: a name is never used twice, so what is here now was there while git looked.
  if (byGit !== null) return isNamedForItsEnd(path) ? byGit : null;
  const entries = readIndex(path);
  return entries === null ? null : changedByStat(location.root, entries);
}

/** Its checksum is at its end and in its name: a part of an index, or another one, would hide files. Git reads the rest. */
function isNamedForItsEnd(path: string): boolean {
  try {
    const handle = openSync(path, 'r');
    const end = Buffer.alloc(CHECKSUM);
    readSync(handle, end, 0, CHECKSUM, Math.max(0, fstatSync(handle).size - CHECKSUM));
    closeSync(handle);
    return basename(path) === indexName(end);
  } catch {
    return false;
  }
}

/** There git would read this index, of shorter ids, wrongly and without a word. */
export function namesBySha256({ commonDir }: Location): boolean {
  try {
    return /^\s*objectformat\s*=\s*"?sha256/im.test(readFileSync(join(commonDir, 'config'), 'utf8'));
  } catch {
    return true;
  }
}

async function changedByGit(location: Location, path: string): Promise<readonly string[] | null> {
  if (namesBySha256(location)) return null;
  const args = [...STRICT, 'diff-files', '--name-only', '-z', '--ignore-submodules=all'];
  const answer = await runGit(location, args, { env: { GIT_INDEX_FILE: path } }).catch(() => null);
  return answer?.code === 0 ? answer.stdout.toString('utf8').split('\0').filter((file) => file !== '') : null;
}

/** undefined too where one may not look: reading the file then says so. */
function statsOf(path: string): BigIntStats | undefined {
  try {
    return lstatSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function changedByStat(root: string, entries: ReadonlyMap<string, Buffer>): readonly string[] {
  const now = Buffer.alloc(NAME_AT);
  const changed: string[] = [];
  for (const [file, entry] of entries) {
    const stats = statsOf(join(root, file));
    if (stats?.isFile() === true) writeStats(now, stats);
    if (stats?.isFile() !== true || now.compare(entry, 0, OID_AT, 0, OID_AT) !== 0) changed.push(file);
  }
  return changed;
}
