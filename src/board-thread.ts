/** What reads for the board, and acts, in a thread of its own (adapters/board-readers). */
import { parentPort, workerData } from 'node:worker_threads';
import type { BoardOrder, BoardTask, BoardTold } from './adapters/board-readers.ts';
import { lookOn } from './app/board/look-on.ts';
import { act } from './cli/board-acts.ts';
import { portsAt } from './connect.ts';

const { location, cwd, now, ...request } = workerData as BoardTask;
const ports = portsAt(location, { cwd, now });
const look = lookOn(ports, request);

async function answer(order: BoardOrder): Promise<BoardTold> {
  if (order.is === 'read') return { is: 'read', answer: await look() };
  const { ask, columns } = order;
  return { is: 'said', text: await act(ask, ports, { columns, terminal: true, colour: true, as: request.as, now: ports.clock.now(), timeZone: null }) };
}

// What fails here ends the thread, and the board is told.
parentPort?.on('message', (order: BoardOrder) => void answer(order).then((told) => parentPort?.postMessage(told)));
