/** The thread that reads for the board: what it answers, that it breaks, and that it always ends. */
import { expect, test } from 'vitest';
import { createBoardReaders } from '../../src/adapters/board-readers.ts';
import type { BoardReader } from '../../src/app/ports/board-port.ts';
import { mailbox } from '../../src/app/jobs/mailbox.ts';

const PLACE = { location: { root: '/r', gitDir: '/r/.git', commonDir: '/r/.git', folder: 'deployment' }, cwd: '/r', now: new Date('2025-08-12T12:00:00Z') };

/** What the thread does with a message; and what is heard of it, in order. */
async function begun(onMessage: string): Promise<{ readonly reader: BoardReader; readonly heard: () => Promise<unknown> }> {
  const code = `import { parentPort, workerData } from 'node:worker_threads';\nparentPort.on('message', (order) => { ${onMessage} });`;
  const told = mailbox<unknown>();
  const reader = await createBoardReaders(new URL(`data:text/javascript,${encodeURIComponent(code)}`), PLACE).begin({ rows: 100, as: 'frontend' }, { read: (answer) => told.put(answer), said: (text) => told.put(`said ${text}`), broken: ({ message }) => told.put(message) });
  return { reader, heard: () => told.take() };
}

test('it knows the place and what is asked for, and answers each order', async () => {
  const { reader, heard } = await begun('parentPort.postMessage(order.is === "read" ? { is: "read", answer: workerData } : { is: "said", text: JSON.stringify(order) });');
  for (let times = 0; times < 2; times += 1) {
    reader.read();
    expect(await heard()).toEqual({ ...PLACE, rows: 100, as: 'frontend' });
  }
  reader.act({ do: 'claim', item: { key: 'task A-1', kind: 'task', name: 'A-1' } }, 80);
  expect(await heard()).toBe('said {"is":"act","ask":{"do":"claim","item":{"key":"task A-1","kind":"task","name":"A-1"}},"columns":80}');
  await reader.end();
});

test.each([
  ['a fault', 'throw new TypeError("broken");', 'broken'],
  ['a promise that fails', 'Promise.reject(new TypeError("broken"));', 'broken'],
  ['its end', 'process.exit(7);', 'the thread that reads ended (7)'],
])('%s is told', async (_, onMessage, message) => {
  const { reader, heard } = await begun(onMessage);
  reader.read();
  expect(await heard()).toBe(message);
  await reader.end();
});

test('it ends in the middle of a reading that never would', async () => {
  const { reader, heard } = await begun('parentPort.postMessage({ is: "read", answer: "begun" }); for (;;);');
  reader.read();
  expect(await heard()).toBe('begun');
  await reader.end();
});
