/** Reads for the board in a thread of its own: of 10,000 tasks a reading keeps a thread busy for tenths of a second at a time. */
import { Worker } from 'node:worker_threads';
import type { BoardReaders, BoardRequest } from '../app/ports/board-port.ts';
import type { Location } from '../app/ports.ts';
import type { ItemAsk } from '../core/board/board-state.ts';

interface BoardPlace {
  readonly location: Location;
  readonly cwd: string;
  /** A time that stands still; null: the real one. */
  readonly now: Date | null;
}

/** All that the thread is told when it begins. */
export type BoardTask = BoardPlace & BoardRequest;

/** What it is told then; each is answered once. */
export type BoardOrder = { readonly is: 'read' } | { readonly is: 'act'; readonly ask: ItemAsk; readonly columns: number };
export type BoardTold = { readonly is: 'read'; readonly answer: unknown } | { readonly is: 'said'; readonly text: string };

/** `program`: what the thread runs. */
export function createBoardReaders(program: URL, place: BoardPlace): BoardReaders {
  return {
    begin(request, { read, said, broken }) {
      const task: BoardTask = { ...place, ...request };
      const worker = new Worker(program, { workerData: task });
      const order = (what: BoardOrder): void => worker.postMessage(what);
      worker
        .on('message', (told: BoardTold) => (told.is === 'read' ? read(told.answer) : said(told.text)))
        .on('error', broken)
        .on('exit', (code) => broken(new Error(`the thread that reads ended (${code})`)));
      return Promise.resolve({
        read: () => order({ is: 'read' }),
        act: (ask, columns) => order({ is: 'act', ask, columns }),
        async end() {
          await worker.terminate();
        },
      });
    },
  };
}
