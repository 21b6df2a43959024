/** What tells, without reading it, that a file or a folder's list of entries is as it was. */
import { lstatSync } from 'node:fs';
import type { Stats } from 'node:fs';

/** Changes with every change of a file; of a folder, when an entry comes, goes or is renamed. null: not there, or not to be looked at. */
export type Stamp = readonly [mtimeMs: number, ctimeMs: number, ino: number, dev: number, size: number] | null;

export function stampOf(path: string): Stamp {
  const found = statsOf(path);
  return found === undefined ? null : [found.mtimeMs, found.ctimeMs, found.ino, found.dev, found.size];
}

function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Milliseconds: file times are coarse, so what changed this recently may change again without a trace. */
const SETTLED = 2000;

/** `changed` and `readAt` in milliseconds since 1970. */
export function isSettled(changed: number, readAt: number): boolean {
  return changed < readAt - SETTLED;
}

export function areSettled(stamps: readonly Stamp[], readAt: number): boolean {
  return stamps.every((stamp) => stamp === null || isSettled(Math.max(stamp[0], stamp[1]), readAt));
}
