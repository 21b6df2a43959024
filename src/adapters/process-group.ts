/** A program in a process group of its own, never a shell: all of it can be stopped, and nothing of its group outlives it. */
import type { ChildProcess } from 'node:child_process';
import { childProcess } from './child-process.ts';

export interface GroupSpec {
  readonly command: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** null: nothing to read. Else written to its standard input, which is closed then. */
  readonly stdin: string | null;
  readonly timeoutSeconds: number;
  readonly graceMilliseconds?: number;
  /** Whole characters, in pieces of any length. */
  readonly onText: (text: string, stream: 'stdout' | 'stderr') => void;
  /** When the program itself has ended: stops what left the group. */
  readonly sweep?: () => Promise<unknown>;
}

export interface GroupEnd {
  /** null where a signal ended it, or it could not start. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** Why it could not start. */
  readonly failure: NodeJS.ErrnoException | null;
  /** What `stop` was told first; `timeout` past its time. */
  readonly stopped: string | null;
  readonly seconds: number;
}

export interface Group {
  /** null where it could not start. */
  readonly pid: number | null;
  readonly ended: Promise<GroupEnd>;
  /** SIGTERM, and SIGKILL when the grace is over. */
  stop(reason: string): void;
  kill(): void;
}

const GRACE_MILLISECONDS = 5000;
/** A timer set for longer goes off at once. */
const LONGEST_TIMER = 2 ** 31 - 1;
/** How long output that something else keeps open is read on, once the program is gone. */
const DRAIN_MILLISECONDS = 2000;

export function startGroup(spec: GroupSpec): Group {
  const start = process.hrtime.bigint();
  const child = spawn(spec);
  if (!isChild(child)) return { pid: null, ended: Promise.resolve({ exitCode: null, signal: null, failure: child, stopped: null, seconds: 0 }), stop: () => undefined, kill: () => undefined };
  listen(child, spec);
  const stopping = stopOnce(child, spec);
  const ended = endOf(child, spec).then((end) => {
    stopping.cancel();
    return { ...end, stopped: stopping.reason(), seconds: Number(process.hrtime.bigint() - start) / 1e9 };
  });
  return { pid: child.pid ?? null, ended, stop: stopping.stop, kill: () => signalGroup(child.pid, 'SIGKILL') };
}

/** Most of what keeps a program from starting is told later by an event, the rest (arguments that are too long) is thrown. */
function spawn({ command, cwd, env, stdin }: GroupSpec): ChildProcess | NodeJS.ErrnoException {
  const [program = '', ...args] = command;
  try {
    return childProcess().spawn(program, args, { cwd, env, detached: true, stdio: [stdin === null ? 'ignore' : 'pipe', 'pipe', 'pipe'], windowsHide: true });
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
}

const isChild = (started: ChildProcess | NodeJS.ErrnoException): started is ChildProcess => !(started instanceof Error);

function listen(child: ChildProcess, { stdin, onText }: GroupSpec): void {
  child.stdout?.setEncoding('utf8').on('data', (text: string) => onText(text, 'stdout'));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => onText(text, 'stderr'));
  // It may end, or close its input, before all is written.
  child.stdin?.on('error', () => undefined).end(stdin ?? '');
}

function endOf(child: ChildProcess, { sweep }: GroupSpec): Promise<Pick<GroupEnd, 'exitCode' | 'signal' | 'failure'>> {
  return new Promise((resolve) => {
    let swept: Promise<unknown> = Promise.resolve();
    let draining: NodeJS.Timeout | undefined;
    child.on('error', (failure) => resolve({ exitCode: null, signal: null, failure }));
    child.on('exit', () => {
      // What it left running would keep its output open for ever.
      signalGroup(child.pid, 'SIGKILL');
      swept = sweep?.() ?? swept;
      draining = setTimeout(() => [child.stdout, child.stderr].forEach((stream) => stream?.destroy()), DRAIN_MILLISECONDS);
    });
    child.on('close', (exitCode, signal) => {
      clearTimeout(draining);
      void swept.finally(() => resolve({ exitCode, signal, failure: null }));
    });
  });
}

function stopOnce(child: ChildProcess, { timeoutSeconds, graceMilliseconds = GRACE_MILLISECONDS }: GroupSpec) {
  let reason: string | null = null;
  let kill: NodeJS.Timeout | undefined;
  const stop = (why: string): void => {
    if (reason !== null || child.exitCode !== null || child.signalCode !== null) return;
    reason = why;
    signalGroup(child.pid, 'SIGTERM');
    kill = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), graceMilliseconds);
  };
  const timer = setTimeout(() => stop('timeout'), Math.min(timeoutSeconds * 1000, LONGEST_TIMER));
  return {
    stop,
    reason: () => reason,
    cancel() {
      clearTimeout(timer);
      clearTimeout(kill);
    },
  };
}

/** `group`: the number of its leader. */
export function signalGroup(group: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (group !== undefined) process.kill(-group, signal);
  } catch {
    // the group is gone already
  }
}
