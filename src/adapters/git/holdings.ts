/** What a worktree remembers of its claims: one small private file a task, in its own git directory. */
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Holding } from '../../app/ports.ts';
import { orUnwritable } from '../write-failure.ts';
import { makeFolder } from '../make-folder.ts';
import { putFile } from '../put-file.ts';
import { namesIn, textIn } from '../read-or-nothing.ts';
import { isAnotherAtWork, ownIdentity } from '../process-identity.ts';
import type { ProcessIdentity } from '../../core/process-identity.ts';

/** Between id and nonce in the name of a claim that is only intended; no id holds it. */
const MARK = '~';
const HOUR = 3_600_000;

const folderOf = (gitDir: string): string => join(gitDir, 'coord', 'held');
const intendedName = ({ id, nonce }: Holding): string => `${id}${MARK}${nonce}`;

export function readHoldings(gitDir: string): readonly Holding[] {
  return read(gitDir, (name) => !name.includes(MARK));
}

/** But for those that another process is just carrying out. Those that are left of claims that failed an hour ago are removed. */
export function readIntended(gitDir: string): readonly Holding[] {
  const intended = read(gitDir, (name) => name.includes(MARK));
  return intended.filter((holding) => {
    const path = join(folderOf(gitDir), intendedName(holding));
    if (isUnderWay(textIn(path))) return false;
    const isOld = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > HOUR;
    if (isOld) rmSync(path, { force: true });
    return !isOld;
  });
}

export function writeHolding(gitDir: string, holding: Holding): void {
  write(gitDir, holding.id, holding);
}

export function removeHolding(gitDir: string, id: string): void {
  rmSync(join(folderOf(gitDir), id), { force: true });
}

export function writeIntended(gitDir: string, holding: Holding): void {
  write(gitDir, intendedName(holding), holding, { by: ownIdentity() });
}

export function removeIntended(gitDir: string, holding: Holding): void {
  rmSync(join(folderOf(gitDir), intendedName(holding)), { force: true });
}

function write(gitDir: string, name: string, { agent, nonce, session }: Holding, more: { readonly by?: ProcessIdentity } = {}): void {
  const folder = folderOf(gitDir);
  orUnwritable(folder, () => {
    makeFolder(folder);
    putFile(join(folder, name), `${JSON.stringify({ agent, nonce, session, ...more })}\n`);
  });
}

/** Ids never begin with a dot; temporary files do. */
function read(gitDir: string, isMeant: (name: string) => boolean): readonly Holding[] {
  const folder = folderOf(gitDir);
  const names = namesIn(folder).filter((name) => !name.startsWith('.') && isMeant(name));
  return names.flatMap((name) => {
    const holding = parseHolding(name.split(MARK)[0] ?? name, textIn(join(folder, name)));
    return holding === null ? [] : [holding];
  });
}

function isUnderWay(text: string): boolean {
  try {
    const { by } = JSON.parse(text) as { readonly by?: Partial<ProcessIdentity> };
    return typeof by?.pid === 'number' && typeof by.started === 'string' && typeof by.host === 'string' && isAnotherAtWork({ pid: by.pid, started: by.started, host: by.host });
  } catch {
    return false;
  }
}

/** A file that cannot be understood holds nothing: the ref then says who does. */
function parseHolding(id: string, text: string): Holding | null {
  try {
    const value = JSON.parse(text) as Partial<Record<keyof Holding, unknown>>;
    const { agent, nonce, session } = value;
    if (typeof agent !== 'string' || typeof nonce !== 'string') return null;
    return { id, agent, nonce, session: typeof session === 'string' ? session : null };
  } catch {
    return null;
  }
}
