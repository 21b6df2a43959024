/** What reads for the board, in a thread of its own (adapters/board-readers). */
import { parentPort, workerData } from 'node:worker_threads';
import type { BoardTask } from './adapters/board-readers.ts';
import { lookOn } from './app/look-on.ts';
import { portsAt } from './connect.ts';

const { location, cwd, now, ...request } = workerData as BoardTask;
const look = lookOn(portsAt(location, { cwd, now }), request);

// What fails here ends the thread, and the board is told.
parentPort?.on('message', () => void look().then((answer) => parentPort?.postMessage(answer)));
