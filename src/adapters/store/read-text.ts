/** One file's bytes as text, read whole or not at all, with what identifies the state that was read. */
import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import { MAX_BYTES } from '../../core/documents/limits.ts';
import { problem } from '../../core/problem/problem.ts';
import type { Problem } from '../../core/problem/problem.ts';
import { crypto } from '../crypto.ts';
import { once } from '../../core/once.ts';

export interface ReadText {
  /** null where the bytes are not to be read as text: `problem` says why. */
  readonly text: string | null;
  readonly problem: Problem | null;
  /** The blob id that git would give these bytes, unfiltered. */
  readonly oid: string;
  /**
   * The state it was in before it was read; null where there is none. What changes a file later, while it is read too, gives it
   * a time at which it was being read or later: such a state is not trusted (restamp.ts), or is no longer the file's.
   */
  readonly stats: BigIntStats | null;
}

/** null where there is no such file any more. */
export function readText(path: string, file: string): ReadText | null {
  const handle = openFile(path);
  if (typeof handle === 'string') return handle === 'ENOENT' ? null : unreadable(file, handle);
  try {
    const stats = fstatSync(handle, EXACT);
    if (!stats.isFile()) return unreadable(file, 'it is no plain file');
    if (stats.size > MAX_BYTES) return tooLarge(file, stats);
    const bytes = readAll(handle, Number(stats.size));
    const { text, problem: fault } = decode(bytes, file);
    return { text, problem: fault, oid: blobId(bytes), stats };
  } finally {
    closeSync(handle);
  }
}

const EXACT = { bigint: true } as const;

/** A link put in the file's place since it was listed is not followed. */
function openFile(path: string): number | string {
  try {
    return openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  }
}

/** Files are read here one after the other, with room in front for what git hashes before their bytes: memory for each would take as long as hashing. */
const room = once(() => Buffer.allocUnsafeSlow(FRONT + MAX_BYTES));
const FRONT = 32;

/** As many bytes as the file had a moment ago; whether it grew since is for its times and size to tell. They stand until the next is read. */
function readAll(handle: number, size: number): Buffer {
  let filled = 0;
  while (filled < size) {
    const count = readSync(handle, room(), FRONT + filled, size - filled, null);
    if (count === 0) break;
    filled += count;
  }
  return room().subarray(FRONT, FRONT + filled);
}

/** Of the bytes that were just read. */
function blobId({ length }: Buffer): string {
  const head = `blob ${String(length)}\0`;
  room().write(head, FRONT - head.length, 'latin1');
  return crypto().hash('sha1', room().subarray(FRONT - head.length, FRONT + length));
}

export function decode(bytes: Buffer, file: string): { text: string | null; problem: Problem | null } {
  const text = bytes.toString('utf8');
  const zero = text.includes('\0') ? bytes.indexOf(0) : -1;
  if (zero !== -1) return notText(file, zero);
  // What is no UTF-8 comes as this character, which may stand there itself.
  return text.includes('\ufffd') && !isUtf8(bytes) ? notText(file, firstBadByte(bytes)) : { text, problem: null };
}

function notText(file: string, byte: number): { text: null; problem: Problem } {
  return { text: null, problem: problem('not-utf8', { file }, { byte }) };
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

const NO_OID = '0'.repeat(40);

function tooLarge(file: string, stats: BigIntStats): ReadText {
  const found = problem('file-too-large', { file }, { bytes: Number(stats.size), limit: MAX_BYTES });
  return { text: null, problem: found, oid: NO_OID, stats };
}

function unreadable(file: string, detail: string): ReadText {
  return { text: null, problem: problem('stray-file', { file }, { reason: 'unreadable', detail }), oid: NO_OID, stats: null };
}
