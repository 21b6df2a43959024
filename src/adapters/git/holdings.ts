/** What a worktree remembers of its claims: one small private file a task, in its own git directory. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Holding } from '../../app/ports.ts';

const folderOf = (gitDir: string): string => join(gitDir, 'coord', 'held');

export function readHoldings(gitDir: string): readonly Holding[] {
  return namesIn(folderOf(gitDir)).flatMap((id) => {
    const holding = parseHolding(id, readFileSync(join(folderOf(gitDir), id), 'utf8'));
    return holding === null ? [] : [holding];
  });
}

export function writeHolding(gitDir: string, { id, agent, nonce, session }: Holding): void {
  const folder = folderOf(gitDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const temporary = join(folder, `.${id}-${process.pid}`);
  writeFileSync(temporary, `${JSON.stringify({ agent, nonce, session })}\n`, { mode: 0o600 });
  renameSync(temporary, join(folder, id));
}

export function removeHolding(gitDir: string, id: string): void {
  rmSync(join(folderOf(gitDir), id), { force: true });
}

/** Ids never begin with a dot; temporary files do. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.')).sort();
  } catch {
    return [];
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
