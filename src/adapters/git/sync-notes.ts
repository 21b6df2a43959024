/** What a clone keeps of its last sync with a remote: a small file in the git directory that all its worktrees share. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import type { SyncNotes } from '../../app/remote-port.ts';
import { makeFolder } from '../make-folder.ts';
import { orUnwritable } from '../write-failure.ts';

const folderOf = ({ commonDir }: Location): string => join(commonDir, 'coord', 'synced');

/** A file that makes no sense is as good as none. */
export function readNotes(location: Location, remote: string): SyncNotes | null {
  try {
    const { at, shown } = JSON.parse(readFileSync(join(folderOf(location), remote), 'utf8')) as Partial<Record<keyof SyncNotes, unknown>>;
    if (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || typeof shown !== 'object' || shown === null) return null;
    return { at, shown: Object.fromEntries(Object.entries(shown).filter(([, since]) => typeof since === 'string')) };
  } catch {
    return null;
  }
}

export function writeNotes(location: Location, remote: string, notes: SyncNotes): void {
  const folder = folderOf(location);
  orUnwritable(folder, () => {
    makeFolder(folder);
    const temporary = join(folder, `.${remote}-${process.pid}`);
    writeFileSync(temporary, `${JSON.stringify(notes, null, 1)}\n`);
    renameSync(temporary, join(folder, remote));
  });
}
