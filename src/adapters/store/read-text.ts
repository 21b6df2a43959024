/** One file's bytes as text, read whole or not at all, with what identifies the state that was read. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import { MAX_BYTES } from '../../core/documents/limits.ts';
import { problem } from '../../core/problem/problem.ts';
import type { Problem } from '../../core/problem/problem.ts';
import { crypto } from '../crypto.ts';

export interface ReadText {
  /** null where the bytes are not to be read as text: `problem` says why. */
  readonly text: string | null;
  readonly problem: Problem | null;
  /** The blob id that git would give these bytes, unfiltered. */
  readonly oid: string;
  /** null where the file changed while it was read: then nothing is known of its next state. */
  readonly stats: BigIntStats | null;
}

/** null where there is no such file any more. */
export function readText(path: string, file: string): ReadText | null {
  const handle = openFile(path);
  if (typeof handle === 'string') return handle === 'ENOENT' ? null : unreadable(file, handle);
  try {
    const before = fstatSync(handle, { bigint: true });
    if (!before.isFile()) return unreadable(file, 'it is no plain file');
    if (before.size > MAX_BYTES) return tooLarge(file, before);
    const bytes = readAll(handle, Number(before.size));
    const after = fstatSync(handle, { bigint: true });
    const same = before.mtimeNs === after.mtimeNs && before.ctimeNs === after.ctimeNs && before.size === after.size && BigInt(bytes.length) === after.size;
    return { ...decode(bytes, file), oid: blobId(bytes), stats: same ? after : null };
  } finally {
    closeSync(handle);
  }
}

/** A link put in the file's place since it was listed is not followed. */
function openFile(path: string): number | string {
  try {
    return openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  }
}

/** As many bytes as the file had a moment ago; whether it grew since is for its times and size to tell. */
function readAll(handle: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let filled = 0;
  while (filled < size) {
    const count = readSync(handle, bytes, filled, size - filled, null);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function decode(bytes: Buffer, file: string): { text: string | null; problem: Problem | null } {
  const zero = bytes.indexOf(0);
  if (zero !== -1) return { text: null, problem: problem('not-utf8', { file }, { byte: zero }) };
  try {
    return { text: decoder.decode(bytes), problem: null };
  } catch {
    return { text: null, problem: problem('not-utf8', { file }, { byte: firstBadByte(bytes) }) };
  }
}

/** Bisects: a prefix is good when it decodes, a character cut at its end forgiven. */
function firstBadByte(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length;
  while (good + 1 < bad) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function decodes(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

export function blobId(bytes: Buffer): string {
  // One call on one piece of memory: for ten thousand small files, what stands around hashing costs more than hashing.
  return crypto().hash('sha1', Buffer.concat([Buffer.from(`blob ${String(bytes.length)}\0`, 'latin1'), bytes]));
}

const NO_OID = '0'.repeat(40);

function tooLarge(file: string, stats: BigIntStats): ReadText {
  const found = problem('file-too-large', { file }, { bytes: Number(stats.size), limit: MAX_BYTES });
  return { text: null, problem: found, oid: NO_OID, stats };
}

function unreadable(file: string, detail: string): ReadText {
  return { text: null, problem: problem('stray-file', { file }, { reason: 'unreadable', detail }), oid: NO_OID, stats: null };
}
