/** The journals of jobs: a file a job below the common git directory, read and written by this user alone. */
import { closeSync, fstatSync, fsyncSync, openSync, readdirSync, readFileSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { JobJournal, Journal } from '../../app/journal-port.ts';
import type { Location } from '../../app/ports.ts';
import { printEvent, readJournal, TORN } from '../../core/dispatch/job-event.ts';
import type { JobEvent } from '../../core/dispatch/job-event.ts';
import { orUnwritable } from '../write-failure.ts';
import { syncFolder } from '../sync-folder.ts';
import { makePrivateFolder } from './private-folder.ts';
import { readLog, removeLog, writeLog } from './log.ts';

const SUFFIX = '.ndjson';
const LINE_BREAK = 0x0a;

export function createJournal({ commonDir }: Pick<Location, 'commonDir'>): Journal {
  const folder = join(commonDir, 'coord', 'jobs');
  const pathOf = (id: string): string => join(folder, `${id}${SUFFIX}`);
  // Journals only grow: one of the same size says the same. A dispatcher reads all of them again and again.
  const known = new Map<string, { readonly size: number; readonly journal: JobJournal }>();
  const read = (id: string): JobJournal | null => {
    const path = pathOf(id);
    const size = statSync(path, { throwIfNoEntry: false })?.size;
    const kept = known.get(id);
    if (kept !== undefined && kept.size === size) return kept.journal;
    const bytes = bytesOf(path);
    if (bytes === null) return null;
    const journal = { id, path, ...readJournal(bytes.toString('utf8')) };
    known.set(id, { size: bytes.length, journal });
    return journal;
  };
  return {
    append(id, event) {
      orUnwritable(folder, () => {
        makePrivateFolder(folder);
        append(pathOf(id), event, folder);
      });
      return Promise.resolve();
    },
    read: (id) => Promise.resolve(isName(id) ? read(id) : null),
    list: () => Promise.resolve(idsIn(folder).flatMap((id) => read(id) ?? [])),
    log: (id) => Promise.resolve(isName(id) ? readLog(folder, id) : ''),
    writeLog(id, text) {
      orUnwritable(folder, () => {
        makePrivateFolder(folder);
        writeLog(folder, id, text);
      });
      return Promise.resolve();
    },
    remove(id) {
      known.delete(id);
      rmSync(pathOf(id), { force: true });
      removeLog(folder, id);
      return Promise.resolve();
    },
  };
}

/** What is typed as an id becomes a part of a path. */
const isName = (id: string): boolean => /^[\w-]+$/.test(id);

function append(path: string, event: JobEvent, folder: string): void {
  const file = openSync(path, 'a+', 0o600);
  try {
    const isNew = fstatSync(file).size === 0;
    // One write, so that what two processes append at once does not mix.
    const text = Buffer.from(`${endsTorn(file) ? `${TORN}\n` : ''}${printEvent(event)}`);
    for (let rest = text; rest.length > 0; ) rest = rest.subarray(writeSync(file, rest));
    fsyncSync(file);
    if (isNew) syncFolder(folder);
  } finally {
    closeSync(file);
  }
}

function endsTorn(file: number): boolean {
  const { size } = fstatSync(file);
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(file, last, 0, 1, size - 1);
  return last[0] !== LINE_BREAK;
}

function idsIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(SUFFIX)).map((name) => name.slice(0, -SUFFIX.length)).filter(isName).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** null where it is not there, or was removed meanwhile. */
function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
