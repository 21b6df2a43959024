/** A process that watches and prints a JSON line an event; it can be stopped where it stands while another one is measured. */
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { cleanEnv } from '../workspace/git.mjs';

/** @typedef {{ readonly event: string, readonly file?: string, readonly task?: string }} Entry */
/** @typedef {{ readonly at: number, readonly entry: Entry }} Heard `at`: when its line came, by `performance.now()` */

/** However busy the machine is: what did not come by then is lost. */
const PATIENCE_MILLISECONDS = 60_000;

/** @typedef {Awaited<ReturnType<typeof startWatcher>>} Watcher */

/** Answers when it has told its first line. @param {readonly string[]} args of node @param {string} cwd */
export async function startWatcher(args, cwd) {
  const child = spawn(process.execPath, args, { cwd, env: cleanEnv(), stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.on('close', resolve));
  let rest = '';
  let heard = /** @type {Heard[]} */ ([]);
  let onHeard = () => {};
  child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    const at = performance.now();
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    heard.push(...lines.map((line) => ({ at, entry: JSON.parse(line) })));
    onHeard();
  });
  const watcher = {
    pid: Number(child.pid),
    /** What it told since this was asked last. */
    take: () => heard.splice(0),
    /** Whether all of it came. @param {(heard: readonly Heard[]) => boolean} isAll @returns {Promise<boolean>} */
    async until(isAll) {
      if (isAll(heard)) return true;
      const over = new AbortController();
      const came = new Promise((resolve) => {
        onHeard = () => isAll(heard) && resolve(true);
      });
      const late = pause(PATIENCE_MILLISECONDS, false, { signal: over.signal }).catch(() => false);
      const isThere = await Promise.race([came, late]);
      over.abort();
      onHeard = () => {};
      return isThere === true;
    },
    /** When it has told nothing for so long. @param {number} milliseconds */
    async quiet(milliseconds) {
      for (let before = -1; before !== heard.length; ) {
        before = heard.length;
        await pause(milliseconds);
      }
    },
    stop: () => child.kill('SIGSTOP'),
    goOn: () => child.kill('SIGCONT'),
    async end() {
      child.kill('SIGCONT');
      child.kill('SIGTERM');
      await ended;
    },
  };
  if (!(await watcher.until((all) => all.length > 0))) throw new Error(`${args.join(' ')} did not begin.`);
  heard = [];
  return watcher;
}
