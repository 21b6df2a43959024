/** Gives documents to a thread of its own, one after the other, and tells of those that went wrong. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { rolldown } from 'rolldown';
import type { HostileDocument } from './hostile-documents.ts';
import { makeFolder } from './repository.ts';

interface Answer {
  readonly fault: string | null;
  readonly milliseconds: number;
}

/** No document may keep its reader this long: it hangs. Far more than the slowest takes on the slowest machine. */
const HANGING = 20_000;

/** Node runs no TypeScript in a thread, so its program is bundled first. */
export async function bundleWorker(): Promise<string> {
  const folder = makeFolder();
  const built = await rolldown({ input: fileURLToPath(new URL('hostile-worker.ts', import.meta.url)), platform: 'node', onLog: () => undefined });
  await built.write({ dir: folder, format: 'cjs', entryFileNames: 'worker.cjs' });
  return join(folder, 'worker.cjs');
}

/** The faults, and the document that took longest. */
export async function readAll(program: string, documents: readonly HostileDocument[]): Promise<{ readonly faults: readonly string[]; readonly slowest: string }> {
  const faults: string[] = [];
  let slowest = { milliseconds: -1, name: '' };
  let reader = startReader(program);
  for (const document of documents) {
    const { fault, milliseconds } = await reader.read(document);
    if (milliseconds > slowest.milliseconds) slowest = { milliseconds, name: `${document.name} (${document.file})` };
    if (fault === null) continue;
    faults.push(`${document.name} (${document.file}): ${fault}\n${JSON.stringify(Buffer.from(document.bytes).toString('utf8').slice(0, 2000))}`);
    await reader.end();
    reader = startReader(program);
  }
  await reader.end();
  return { faults, slowest: `${slowest.milliseconds} ms: ${slowest.name}` };
}

interface Reader {
  read(document: HostileDocument): Promise<Answer>;
  end(): Promise<unknown>;
}

function startReader(program: string): Reader {
  const worker = new Worker(program);
  let answer: (given: Answer) => void = () => undefined;
  worker.on('message', (given: Answer) => answer(given));
  worker.on('error', (error) => answer({ fault: `ended its thread: ${error.message}`, milliseconds: 0 }));
  worker.on('exit', (code) => answer({ fault: `ended its thread with ${code}`, milliseconds: 0 }));
  return {
    read: ({ file, bytes }) =>
      new Promise((resolve) => {
        const limit = setTimeout(() => answer({ fault: 'hangs', milliseconds: HANGING }), HANGING);
        answer = (given) => {
          clearTimeout(limit);
          resolve(given);
        };
        worker.postMessage({ file, bytes });
      }),
    end: () => worker.terminate(),
  };
}
