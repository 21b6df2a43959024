/** What a clone keeps of its last sync with a remote: a small file in the git directory that all its worktrees share. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import type { SyncNotes } from '../../app/ports/remote-port.ts';
import { isRecord } from '../../core/documents/with-value.ts';
import type { ToldClaim } from '../../core/schedule/claim-news.ts';
import { makeFolder } from '../make-folder.ts';
import { putFile } from '../put-file.ts';
import { orUnwritable } from '../write-failure.ts';

const folderOf = ({ commonDir }: Location): string => join(commonDir, 'coord', 'synced');

/** A file that makes no sense is as good as none. */
export function readNotes(location: Location, remote: string): SyncNotes | null {
  try {
    const { at, shown, told } = JSON.parse(readFileSync(join(folderOf(location), remote), 'utf8')) as Partial<Record<keyof SyncNotes, unknown>>;
    if (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || typeof shown !== 'object' || shown === null) return null;
    return { at, shown: Object.fromEntries(Object.entries(shown).filter(([, since]) => typeof since === 'string')), told: Array.isArray(told) ? told.filter(isTold) : null };
  } catch {
    return null;
  }
}

function isTold(value: unknown): value is ToldClaim {
  return isRecord(value) && ['id', 'oid', 'nonce', 'state', 'agent'].every((field) => typeof value[field] === 'string');
}

export function writeNotes(location: Location, remote: string, notes: SyncNotes): void {
  const folder = folderOf(location);
  orUnwritable(folder, () => {
    makeFolder(folder);
    putFile(join(folder, remote), `${JSON.stringify(notes)}\n`);
  });
}
