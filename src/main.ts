/** The program: hands the shell the world as it is. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createOutput, terminalOf } from './adapters/output.ts';
import { run } from './cli/run.ts';
import { VERBS } from './cli/verbs.ts';
import { connect, packageFolder } from './connect.ts';

/** Put in by the build (scripts/build/bundle.mjs). */
const VERSION = '@@VERSION@@';

/** `argv` without the program's own name. Answers the exit code. */
export function main(argv: readonly string[]): Promise<number> {
  const started = new Date();
  return run(argv, {
    verbs: VERBS,
    // A time given by --now stands still; the real one goes on while a verb works.
    connect: ({ cwd, now }) => connect({ cwd: resolve(cwd), now: now === started ? null : now }, process.env),
    page: (code) => Promise.resolve(textOf(new URL(`docs/problems/${code}.md`, packageFolder()))),
    stdout: createOutput(1, () => process.stdout),
    stderr: createOutput(2, () => process.stderr),
    ...terminalOf(1, () => process.stdout),
    env: process.env,
    cwd: process.cwd(),
    now: started,
    version: VERSION,
  });
}

function textOf(url: URL): string | null {
  try {
    return readFileSync(url, 'utf8');
  } catch {
    return null;
  }
}
