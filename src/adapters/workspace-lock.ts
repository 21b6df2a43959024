/**
 * One writer at a time in a repository: the file `coord/lock` in the common git directory, which says who holds it.
 * It appears complete or not at all (a link to a finished file). Of a dead owner it is removed by exactly one other:
 * whoever holds the lock named after it, so nobody ever removes the lock of a living one.
 */
import { linkSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import { isGone, ownIdentity } from './process-identity.ts';
import type { ProcessIdentity } from '../core/process-identity.ts';
import { random } from './random.ts';
import { writeFailure } from './write-failure.ts';
import { crypto } from './crypto.ts';
import { makeFolder } from './make-folder.ts';
import { wait } from './wait.ts';

interface Owner extends ProcessIdentity {
  readonly since: string;
  /** Tells two locks of one process apart. */
  readonly mark: string;
}

const PATIENCE = 30_000;
/** So many times the patience is waited in all, while one writer after the other takes the lock. */
const LONGEST_QUEUE = 20;
const LONGEST_PAUSE = 60;

/** Runs `work` while holding the lock. `patience`: milliseconds to wait for any one owner of it. */
export async function underLock<T>(commonDir: string, work: () => Promise<Result<T>>, patience = PATIENCE): Promise<Result<T>> {
  const folder = join(commonDir, 'coord');
  const path = join(folder, 'lock');
  try {
    makeFolder(folder);
    if (!(await acquire(path, patience))) return busy(path);
  } catch (error) {
    return writeFailure(path, error);
  }
  try {
    return await work();
  } finally {
    releaseLock(path);
  }
}

/** Whoever waits behind many others waits on: only one that keeps the lock for itself is waited for in vain. */
async function acquire(path: string, patience: number): Promise<boolean> {
  const last = Date.now() + patience * LONGEST_QUEUE;
  let until = Date.now() + patience;
  let owner = textOf(path);
  for (let pause = 2; !takeLock(path); pause = Math.min(pause * 1.5, LONGEST_PAUSE)) {
    const current = textOf(path);
    if (current !== owner) until = Date.now() + patience;
    owner = current;
    if (Date.now() > Math.min(until, last)) return false;
    await wait(pause * (0.5 + Math.random()));
  }
  return true;
}

/** At once or not at all. Looked at first: many that wait must not keep the disk busy with files that none of them can link. */
export function takeLock(path: string): boolean {
  const text = textOf(path);
  if (text === null) return createLock(path);
  if (!isLeft(text)) return false;
  const mine = `${path}.${crypto().createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  if (!takeLock(mine)) return false;
  if (textOf(path) === text) unlinkSync(path);
  unlinkSync(mine);
  return createLock(path);
}

/** Somebody may have deleted ours, and another one taken it since. */
export function releaseLock(path: string): void {
  const owner = parseOwner(textOf(path) ?? '');
  const { pid, started } = ownIdentity();
  if (owner?.pid === pid && owner.started === started) rmSync(path, { force: true });
}

/** False where it exists. */
function createLock(path: string): boolean {
  const owner: Owner = { ...ownIdentity(), since: new Date().toISOString(), mark: random.hex(8) };
  const whole = `${path}.${owner.mark}.tmp`;
  try {
    writeFileSync(whole, `${JSON.stringify(owner)}\n`);
    linkSync(whole, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(whole, { force: true });
  }
}

/** A lock without a readable owner was cut off by a machine that went down. */
function isLeft(text: string): boolean {
  const owner = parseOwner(text);
  return owner === null || isGone(owner);
}

function busy(path: string): Result<never> {
  const owner = parseOwner(textOf(path) ?? '');
  const heldSeconds = owner === null ? 0 : Math.max(0, Math.round((Date.now() - Date.parse(owner.since)) / 1000));
  return refused('lock-busy', { path, owner: ownerOfLock(path), heldSeconds });
}

/** For people. */
export function ownerOfLock(path: string): string {
  const owner = parseOwner(textOf(path) ?? '');
  return owner === null ? 'unknown' : `process ${owner.pid} on ${owner.host}`;
}

/** ISO 8601; null where nobody can tell. */
export function sinceOfLock(path: string): string | null {
  return parseOwner(textOf(path) ?? '')?.since ?? null;
}

function parseOwner(text: string): Owner | null {
  try {
    const { pid, started, host, since, mark } = JSON.parse(text) as Partial<Owner>;
    const isWhole = typeof pid === 'number' && typeof started === 'string' && typeof host === 'string' && typeof since === 'string';
    return isWhole ? { pid, started, host, since, mark: mark ?? '' } : null;
  } catch {
    return null;
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
