/** Processes told apart, though their numbers are used again. */
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { ProcessIdentity } from '../core/process-identity.ts';
import { childProcess } from './child-process.ts';

let own: ProcessIdentity | undefined;

export function ownIdentity(): ProcessIdentity {
  own ??= identityOf(process.pid);
  return own;
}

export function identityOf(pid: number): ProcessIdentity {
  return { pid, started: startOf(pid) ?? '', host: hostname() };
}

/** True only where it is sure: of another machine's processes nothing is known. */
export function isGone(owner: ProcessIdentity): boolean {
  if (owner.host !== hostname()) return false;
  return !isRunning(owner.pid) || startOf(owner.pid) !== owner.started;
}

/** True only where it is sure, and for no process but another. */
export function isAnotherAtWork(owner: ProcessIdentity): boolean {
  return owner.pid !== process.pid && owner.host === hostname() && !isGone(owner);
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Linux counts in ticks since the machine came up; elsewhere `ps` gives a date. */
function startOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      const [state, ...rest] = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
      // A zombie is dead; its parent has only not asked yet how it ended.
      return state === 'Z' ? null : (rest[18] ?? null);
    }
    return childProcess().execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }).trim();
  } catch {
    return null;
  }
}
