/** The built program as a process of its own, with an environment that knows nothing of the person who runs the tests. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { gitEnv } from './repository.ts';
import type { Outcome } from './shell.ts';

/** Another build can be put to the same test: COORD_BINARY=/path/to/bin/coord.js */
export const BINARY = process.env['COORD_BINARY'] ?? fileURLToPath(new URL('../../bin/coord.js', import.meta.url));

/** Far more than any command takes: a process that hangs fails the test instead of stopping it. */
const PATIENCE = 120_000;

export interface Around {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** `exit` is -1 for a process that did not end by itself. */
export function runBinary(cwd: string, args: readonly string[], { env = {}, input = '' }: Around = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BINARY, ...args], { cwd, env: { ...binaryEnv(), ...env }, input, encoding: 'utf8', timeout: PATIENCE, killSignal: 'SIGKILL' });
  return { exit: status ?? -1, stdout, stderr };
}

function binaryEnv(): NodeJS.ProcessEnv {
  const kept = Object.entries(gitEnv()).filter(([name]) => !/^(COORD_|NODE_OPTIONS$|VITEST|NO_COLOR$|FORCE_COLOR$)/.test(name));
  return Object.fromEntries(kept);
}
