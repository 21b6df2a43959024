/** A dispatcher under watch: stopped where it stands after each so many tasks, while something else is measured, then let go on. */
import { spawn } from 'node:child_process';
import { dispatcherEnv } from './arena.mjs';

/** Long enough for the gits that it had started. */
const QUIET_MILLISECONDS = 500;

/**
 * @typedef {{ readonly pid: number, readonly tasks: number, readonly milliseconds: number }} Reached `milliseconds`: since it was let go on
 * @param {string} root
 * @param {string} coord
 * @param {{ readonly max: number, readonly block: number, readonly env?: NodeJS.ProcessEnv, readonly onTask?: (pid: number, tasks: number) => void, readonly onBlock?: (reached: Reached) => Promise<void> }} plan
 * @returns {Promise<{ readonly exit: number | null, readonly output: string }>}
 */
export function runDispatcher(root, coord, { max, block, env = {}, onTask, onBlock }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [coord, 'dispatch', '--max', String(max)], { cwd: root, env: { ...dispatcherEnv(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const { pid = 0 } = child;
    let output = '';
    let tasks = 0;
    let since = process.hrtime.bigint();
    const pause = async () => {
      const milliseconds = Number(process.hrtime.bigint() - since) / 1e6;
      child.kill('SIGSTOP');
      await new Promise((quiet) => setTimeout(quiet, QUIET_MILLISECONDS));
      await onBlock?.({ pid, tasks, milliseconds });
      since = process.hrtime.bigint();
      child.kill('SIGCONT');
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        output = (output + text).slice(-100_000);
        for (let left = text.split(' merged into ').length - 1; left > 0; left--) {
          tasks++;
          onTask?.(pid, tasks);
          if (onBlock !== undefined && tasks % block === 0) pause().catch(reject);
        }
      });
    }
    child.on('error', reject).on('close', (exit) => resolve({ exit, output }));
  });
}
