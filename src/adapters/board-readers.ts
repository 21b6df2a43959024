/** Reads for the board in a thread of its own: of 10,000 tasks a reading keeps a thread busy for tenths of a second at a time. */
import { Worker } from 'node:worker_threads';
import type { BoardReaders, BoardRequest } from '../app/board-port.ts';
import type { Location } from '../app/ports.ts';

/** All that the thread is told when it begins. */
export interface BoardPlace {
  readonly location: Location;
  readonly cwd: string;
  /** A time that stands still; null: the real one. */
  readonly now: Date | null;
}

export type BoardTask = BoardPlace & BoardRequest;

/** `program`: what the thread runs. It answers each message by one. */
export function createBoardReaders(program: URL, place: BoardPlace): BoardReaders {
  return {
    begin(request, { read, broken }) {
      const task: BoardTask = { ...place, ...request };
      const worker = new Worker(program, { workerData: task });
      worker
        .on('message', read)
        .on('error', broken)
        .on('exit', (code) => broken(new Error(`the thread that reads ended (${code})`)));
      return Promise.resolve({
        read: () => worker.postMessage(null),
        async end() {
          await worker.terminate();
        },
      });
    },
  };
}
