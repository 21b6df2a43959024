/** The journals of jobs: a file a job below the common git directory, read and written by this user alone. */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { JobJournal, Journal } from '../../app/ports/journal-port.ts';
import type { Location } from '../../app/ports.ts';
import { printCosts, readCosts } from '../../core/dispatch/job-cost.ts';
import { printEvent, readJournal } from '../../core/dispatch/job-event.ts';
import { makeFolder } from '../make-folder.ts';
import { orUnwritable } from '../write-failure.ts';
import { appendLines } from './append-lines.ts';
import { makePrivateFolder } from './private-folder.ts';
import { readLog, removeLog, writeLog } from './log.ts';

const SUFFIX = '.ndjson';

export function createJournal({ commonDir }: Pick<Location, 'commonDir'>): Journal {
  const home = join(commonDir, 'coord');
  const folder = join(home, 'jobs');
  const costs = join(home, 'costs.ndjson');
  const pathOf = (id: string): string => join(folder, `${id}${SUFFIX}`);
  const reader = createReader(pathOf);
  return {
    append(id, event) {
      orUnwritable(folder, () => {
        makePrivateFolder(folder);
        appendLines(pathOf(id), printEvent(event));
      });
      return Promise.resolve();
    },
    read: (id) => Promise.resolve(isName(id) ? reader.read(id) : null),
    list: (isAsked) => Promise.resolve(idsIn(folder).flatMap((id) => (isAsked === undefined ? reader.read(id) : reader.readIf(id, isAsked)) ?? [])),
    log: (id) => Promise.resolve(isName(id) ? readLog(folder, id) : ''),
    writeLog(id, text) {
      orUnwritable(folder, () => {
        makePrivateFolder(folder);
        writeLog(folder, id, text);
      });
      return Promise.resolve();
    },
    remove(id) {
      reader.forget(id);
      rmSync(pathOf(id), { force: true });
      removeLog(folder, id);
      return Promise.resolve();
    },
    costs: () => Promise.resolve({ path: costs, ...readCosts(bytesOf(costs)?.toString('utf8') ?? '') }),
    keepCosts(some) {
      orUnwritable(home, () => {
        makeFolder(home);
        if (some.length > 0) appendLines(costs, printCosts(some));
      });
      return Promise.resolve();
    },
  };
}

interface Reader {
  readonly read: (id: string) => JobJournal | null;
  readonly readIf: (id: string, isAsked: (text: string) => boolean) => JobJournal | null;
  readonly forget: (id: string) => void;
}

function createReader(pathOf: (id: string) => string): Reader {
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
  const readIf = (id: string, isAsked: (text: string) => boolean): JobJournal | null => {
    const path = pathOf(id);
    const text = bytesOf(path)?.toString('utf8');
    return text !== undefined && isAsked(text) ? { id, path, ...readJournal(text) } : null;
  };
  return { read, readIf, forget: (id) => known.delete(id) };
}

/** What is typed as an id becomes a part of a path. */
const isName = (id: string): boolean => /^[\w-]+$/.test(id);

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
