/** Who a process is: its number may be given to another one later, its start tells them apart. */
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { childProcess } from './child-process.ts';

export interface ProcessIdentity {
  readonly pid: number;
  readonly started: string;
  readonly host: string;
}

let own: ProcessIdentity | undefined;

export function ownIdentity(): ProcessIdentity {
  own ??= { pid: process.pid, started: startOf(process.pid) ?? '', host: hostname() };
  return own;
}

/** True only where it is sure: of another machine's processes nothing is known. */
export function isGone(owner: ProcessIdentity): boolean {
  if (owner.host !== hostname()) return false;
  return !isRunning(owner.pid) || startOf(owner.pid) !== owner.started;
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
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')[19] ?? null;
    return childProcess().execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }).trim();
  } catch {
    return null;
  }
}
