/** The built program as a process of its own, with an environment that knows nothing of the person who runs the tests. */
import { spawn, spawnSync } from 'node:child_process';
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

/** The same while this process goes on, such as to answer it. */
export async function runBinaryBeside(cwd: string, args: readonly string[], { env = {}, input = '' }: Around = {}): Promise<Outcome> {
  const child = spawn(process.execPath, [BINARY, ...args], { cwd, env: { ...binaryEnv(), ...env }, timeout: PATIENCE, killSignal: 'SIGKILL' });
  const written = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.stderr += text));
  child.stdin.on('error', () => undefined).end(input);
  const exit = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { exit: exit ?? -1, ...written };
}

function binaryEnv(): NodeJS.ProcessEnv {
  const kept = Object.entries(gitEnv()).filter(([name]) => !/^(COORD_|NODE_OPTIONS$|VITEST|NO_COLOR$|FORCE_COLOR$)/.test(name));
  return Object.fromEntries(kept);
}
