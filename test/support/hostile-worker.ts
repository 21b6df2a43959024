/** Runs apart from the test, so that a document that hangs or crashes its reader ends this thread alone. */
import { parentPort } from 'node:worker_threads';
import { faultOf } from './hostile-reading.ts';
import type { HostileDocument } from './hostile-documents.ts';

parentPort?.on('message', (document: Pick<HostileDocument, 'file' | 'bytes'>) => {
  const before = process.hrtime.bigint();
  const fault = faultOf(document);
  parentPort?.postMessage({ fault, milliseconds: Number((process.hrtime.bigint() - before) / 1_000_000n) });
});
