/** Runs verifiers: an argument list, never a shell; a process group of its own, so that all of it can be stopped. */
import type { ChildProcess } from 'node:child_process';
import type { Processes, RunOutcome } from '../app/ports.ts';
import { withoutLocal } from './git/local-env.ts';
import { childProcess } from './child-process.ts';

const TAIL = 4000;
const GRACE_MILLISECONDS = 5000;
/** A timer set for longer goes off at once. */
const LONGEST_TIMER = 2 ** 31 - 1;
/** Colours and other escape sequences, then any control character but line break and tab. */
const CONTROL = /\u001B\[[0-?]*[ -/]*[@-~]|\u001B\][^\u0007\u001B]*(?:\u0007|\u001B\\)|[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

export function createProcesses(): Processes {
  return { run: (command, options) => run(command, options.cwd, options.timeoutSeconds) };
}

function run(command: readonly string[], cwd: string, timeoutSeconds: number): Promise<RunOutcome> {
  const [program = '', ...args] = command;
  const start = process.hrtime.bigint();
  const seconds = (): number => Number(process.hrtime.bigint() - start) / 1e9;
  return new Promise((resolve) => {
    const child = childProcess().spawn(program, args, { cwd, env: withoutLocal(process.env), detached: true, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    const output = keepTail(child);
    const stopping = stopLater(child, timeoutSeconds);
    child.on('error', (error: NodeJS.ErrnoException) => {
      stopping.cancel();
      const tail = error.code === 'ENOENT' ? `${program}: no such program` : error.message;
      resolve({ exitCode: null, timedOut: false, seconds: seconds(), tail });
    });
    // What it left running in its group would keep its output open for ever.
    child.on('exit', () => signalGroup(child, 'SIGKILL'));
    child.on('close', (code) => {
      stopping.cancel();
      resolve({ exitCode: stopping.timedOut() ? null : code, timedOut: stopping.timedOut(), seconds: seconds(), tail: output() });
    });
  });
}

function keepTail(child: ChildProcess): () => string {
  let text = '';
  const keep = (chunk: string): void => {
    text = (text + chunk).slice(-4 * TAIL);
  };
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', keep);
  return () => {
    const plain = text.replace(/\r\n?/g, '\n').replace(CONTROL, '').trim();
    return plain.length <= TAIL ? plain : plain.slice(-TAIL).replace(/^[^\n]*\n/, '');
  };
}

interface Stopping {
  timedOut(): boolean;
  cancel(): void;
}

/** On time-out, and when we are stopped ourselves: a group of its own hears nothing of the terminal's Ctrl-C. */
function stopLater(child: ChildProcess, timeoutSeconds: number): Stopping {
  let isLate = false;
  let kill: NodeJS.Timeout | undefined;
  const timer = setTimeout(() => {
    isLate = true;
    signalGroup(child, 'SIGTERM');
    kill = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MILLISECONDS);
  }, Math.min(timeoutSeconds * 1000, LONGEST_TIMER));
  const passOn = (signal: NodeJS.Signals): void => {
    signalGroup(child, 'SIGKILL');
    process.kill(process.pid, signal);
  };
  process.once('SIGINT', passOn).once('SIGTERM', passOn);
  return {
    timedOut: () => isLate,
    cancel() {
      clearTimeout(timer);
      clearTimeout(kill);
      process.off('SIGINT', passOn).off('SIGTERM', passOn);
    },
  };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // the group is gone already
  }
}
