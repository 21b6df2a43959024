/** Journals of jobs in memory, from texts as files would hold them. */
import type { Journal, JobJournal } from '../../src/app/ports/journal-port.ts';
import { printCosts, readCosts } from '../../src/core/dispatch/job-cost.ts';
import { printEvent, readJournal, TORN } from '../../src/core/dispatch/job-event.ts';

export interface MemoryJournal extends Journal {
  /** As its file would hold it. */
  readonly texts: Map<string, string>;
}

export function memoryJournal(given: Readonly<Record<string, string>> = {}): MemoryJournal {
  const texts = new Map(Object.entries(given));
  const logs = new Map<string, string>();
  let costs = '';
  const journalOf = (id: string): JobJournal | null => {
    const text = texts.get(id);
    return text === undefined ? null : { id, path: `/jobs/${id}.ndjson`, ...readJournal(text) };
  };
  return {
    texts,
    append(id, event) {
      const text = texts.get(id) ?? '';
      texts.set(id, `${text}${text === '' || text.endsWith('\n') ? '' : `${TORN}\n`}${printEvent(event)}`);
      return Promise.resolve();
    },
    read: (id) => Promise.resolve(journalOf(id)),
    list: (isAsked = () => true) => Promise.resolve([...texts].filter(([, text]) => isAsked(text)).map(([id]) => id).sort().flatMap((id) => journalOf(id) ?? [])),
    log: (id) => Promise.resolve(logs.get(id) ?? ''),
    writeLog(id, text) {
      logs.set(id, (logs.get(id) ?? '') + text);
      return Promise.resolve();
    },
    remove(id) {
      texts.delete(id);
      logs.delete(id);
      return Promise.resolve();
    },
    costs: () => Promise.resolve({ path: '/costs.ndjson', ...readCosts(costs) }),
    keepCosts(some) {
      costs += printCosts(some);
      return Promise.resolve();
    },
  };
}
