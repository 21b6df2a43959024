/** The one door to git: no shell, fixed flags, a clean environment, bounded output, typed failures. */
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { EnvironmentFailure } from '../../core/problem/environment-failure.ts';
import { refusal } from '../../core/problem/refusal.ts';
import { childProcess } from '../child-process.ts';
import { withoutLocal } from './local-env.ts';

/** Which repository is meant. Absent only while it is still being looked for. */
export interface Repository {
  readonly root: string;
  readonly gitDir: string;
}

export interface GitOptions {
  readonly stdin?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** Takes git's locks: refs, index, worktrees. Reads never do. */
  readonly writes?: true;
  /** Most bytes of output; more is a failure. */
  readonly limit?: number;
  /** For calls that use the network: stopped with all it has started when this is over, and without a terminal to ask for passwords. */
  readonly seconds?: number;
}

export interface GitOutput {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

const FLAGS = ['--no-pager', '-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];
const LIMIT = 256 * 1024 * 1024;

/** Any exit code is an answer. What git could not even try is thrown as an EnvironmentFailure. */
export function runGit(repository: Repository, args: readonly string[], options: GitOptions = {}): Promise<GitOutput> {
  const pointing = { GIT_DIR: repository.gitDir, GIT_WORK_TREE: repository.root };
  return spawnGit(repository.root, args, { ...options, env: { ...pointing, ...options.env } });
}

/** Its output as text; exit codes other than those expected are thrown as `git-failed`. */
export async function gitText(repository: Repository, args: readonly string[], options: GitOptions = {}): Promise<string> {
  const { code, stdout, stderr } = await runGit(repository, args, options);
  if (code !== 0) throw gitFailed(args, stderr);
  return stdout.toString('utf8');
}

/** What the disk said no to, by git's words in its own language. */
const DISK: readonly (readonly [RegExp, string])[] = [
  [/read-only file system/i, 'the disk is read-only'],
  [/permission denied|insufficient permission/i, 'you have no permission to'],
  [/no space left/i, 'the disk is full'],
];

export function gitFailed(args: readonly string[], reason: string): EnvironmentFailure {
  const lines = reason.split('\n').filter((line) => line.trim() !== '');
  const words = lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines[0] ?? 'it gave no reason';
  const disk = DISK.find(([sign]) => sign.test(reason))?.[1];
  if (disk !== undefined) return new EnvironmentFailure(refusal('not-writable', { path: /'(\/[^']+)'/.exec(reason)?.[1] ?? '.git', reason: disk }));
  return new EnvironmentFailure(refusal('git-failed', { command: `git ${args.slice(0, 2).join(' ')}`, reason: words.replace(/^(?:fatal|error): /, '') }));
}

/** Begins what nobody waits for: it goes on when coord has ended, as git's own housekeeping does, and may fail. */
export function startGit(repository: Repository, args: readonly string[]): void {
  const env = environment({ writes: true, env: { GIT_DIR: repository.gitDir, GIT_WORK_TREE: repository.root } });
  const child = childProcess().spawn('git', [...FLAGS, ...args], { cwd: repository.root, env, stdio: 'ignore', windowsHide: true, detached: true });
  child.on('error', () => undefined);
  child.unref();
}

/** One that reads questions from its standard input and answers each, for as long as that is open. */
export function stayGit(gitDir: string, args: readonly string[], options: Pick<GitOptions, 'writes'>): ChildProcess {
  return childProcess().spawn('git', [...FLAGS, ...args], { cwd: gitDir, env: environment({ ...options, env: { GIT_DIR: gitDir } }), stdio: ['pipe', 'pipe', 'ignore'], windowsHide: true });
}

/** The system says the same of a program that is not there and of a folder to start it in, such as a work tree that was removed meanwhile. */
function notStarted(cwd: string): EnvironmentFailure {
  return new EnvironmentFailure(existsSync(cwd) ? refusal('git-missing', {}) : refusal('no-such-folder', { cwd }));
}

export function spawnGit(cwd: string, args: readonly string[], options: GitOptions): Promise<GitOutput> {
  return new Promise((resolve, reject) => {
    const child = childProcess().spawn('git', [...FLAGS, ...args], { cwd, env: environment(options), stdio: [options.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'], windowsHide: true, detached: options.seconds !== undefined });
    let isLate = false;
    const stop = (): void => {
      isLate = true;
      stopGroup(child.pid);
    };
    const timer = options.seconds === undefined ? undefined : setTimeout(stop, options.seconds * 1000);
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let size = 0;
    const collect = (into: Buffer[]) => (chunk: Buffer) => {
      size += chunk.length;
      if (size > (options.limit ?? LIMIT)) {
        child.kill('SIGKILL');
        reject(gitFailed(args, 'its output was larger than expected'));
      } else into.push(chunk);
    };
    child.stdout?.on('data', collect(stdout));
    child.stderr?.on('data', collect(stderr));
    child.on('error', (error: NodeJS.ErrnoException) => reject(error.code === 'ENOENT' ? notStarted(cwd) : gitFailed(args, error.message)));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === null) reject(gitFailed(args, isLate ? `no answer in ${options.seconds} s` : `it was stopped by ${String(signal)}`));
      else resolve({ code, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString('utf8') });
    });
    child.stdin?.on('error', () => undefined); // git may end before it has read everything: its exit code says why
    child.stdin?.end(options.stdin ?? '');
  });
}

function stopGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // it has just ended
  }
}

function environment(options: GitOptions): NodeJS.ProcessEnv {
  const locks = options.writes ? {} : { GIT_OPTIONAL_LOCKS: '0' };
  const fixed = { LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_PAGER: 'cat', GIT_LITERAL_PATHSPECS: '1' };
  return { ...withoutLocal(process.env), ...fixed, ...locks, ...options.env };
}
