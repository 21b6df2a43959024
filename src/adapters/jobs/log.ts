/**
 * What an agent printed, in at most 8 MiB: <id>.log has the beginning. What comes after it goes to <id>.log.new, which
 * becomes <id>.log.old when it is full, in place of what stood there; so the last of it is always kept.
 */
import { appendFileSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MIB = 1024 * 1024;
const FIRST = 4 * MIB;
const LAST = 2 * MIB;
const GAP = '[coord left out what was printed here: the log was full]\n';

const paths = (folder: string, id: string): Record<'first' | 'old' | 'latest' | 'gap', string> => {
  const first = join(folder, `${id}.log`);
  return { first, old: `${first}.old`, latest: `${first}.new`, gap: `${first}.gap` };
};

export function writeLog(folder: string, id: string, text: string): void {
  const { first, old, latest, gap } = paths(folder, id);
  const isFull = sizeOf(latest) > 0 || sizeOf(first) + Buffer.byteLength(text) > FIRST;
  if (isFull && sizeOf(latest) + Buffer.byteLength(text) > LAST && sizeOf(latest) > 0) {
    if (sizeOf(old) > 0) writeFileSync(gap, '', { mode: 0o600 });
    renameSync(latest, old);
  }
  appendFileSync(isFull ? latest : first, text, { mode: 0o600 });
}

export function readLog(folder: string, id: string): string {
  const { first, old, latest, gap } = paths(folder, id);
  const isGap = statSync(gap, { throwIfNoEntry: false }) !== undefined;
  return `${textOf(first)}${isGap ? GAP : ''}${textOf(old)}${textOf(latest)}`;
}

export function removeLog(folder: string, id: string): void {
  for (const path of Object.values(paths(folder, id))) rmSync(path, { force: true });
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
