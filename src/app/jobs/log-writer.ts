/** Lines on their way to a job's log: those that come at once are written at once, in their order. */
import type { Journal } from '../ports/journal-port.ts';

export interface LogWriter {
  add(line: string): void;
  /** When all that was added is written. */
  written(): Promise<void>;
}

export function logWriter(journal: Pick<Journal, 'writeLog'>, id: string): LogWriter {
  let waiting = '';
  let writing: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    const text = waiting;
    waiting = '';
    if (text !== '') await journal.writeLog(id, text);
  };
  return {
    add(line) {
      // What the job does goes on, whether or not there is room for its log.
      if (waiting === '') writing = writing.then(write).catch(() => undefined);
      waiting += `${line}\n`;
    },
    written: () => writing,
  };
}
