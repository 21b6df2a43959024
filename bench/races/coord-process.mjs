import { spawn } from 'node:child_process';
import { cleanEnv } from '../workspace/git.mjs';

/**
 * What the races look at in the answers of all verbs.
 * @typedef {object} Answer
 * @property {string} id
 * @property {{ token: number }} claim
 * @property {string} file
 * @property {{ file: string }} blocker
 * @property {{ by: string }} acknowledged
 * @property {{ decision: { file: string } }} standing
 * @property {{ committed: boolean, commit: string } | null} [commit]
 * @property {object | null} [not_shared] why only this machine knows of the claim
 */
/**
 * How a run of coord ended. `answer` is the `data` of its JSON, null where it gave none.
 * @typedef {object} Ended
 * @property {readonly string[]} args
 * @property {number | null} code null: it was killed
 * @property {Answer | null} answer
 * @property {readonly { readonly code: string, readonly severity: string }[]} problems
 * @property {string} output
 * @property {number} took milliseconds
 */

/**
 * Runs the built program with `--json` as a process of its own. `killAfter`: milliseconds after which it gets SIGKILL;
 * `group`: together with every git it has started.
 * @param {string} coord path of bin/coord.js
 * @param {string} cwd
 * @param {readonly string[]} args
 * @param {{ readonly killAfter?: number, readonly group?: boolean }} [options]
 * @returns {Promise<Ended>}
 */
export function runCoord(coord, cwd, args, { killAfter, group = false } = {}) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, [coord, ...args, '--json'], { cwd, env: cleanEnv(), detached: group, stdio: ['ignore', 'pipe', 'pipe'] });
    const kill = () => {
      if (child.exitCode === null && child.signalCode === null) process.kill(group ? -Number(child.pid) : Number(child.pid), 'SIGKILL');
    };
    const timer = killAfter === undefined ? undefined : setTimeout(kill, killAfter);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => (stderr += text));
    child.on('error', reject);
    // Of a killed coord a git may live on for a moment; 'close' comes when that one has ended too.
    child.on('close', (code) => {
      clearTimeout(timer);
      const envelope = parse(stdout);
      resolve({ args, code, answer: envelope?.data ?? null, problems: envelope?.problems ?? [], output: stdout + stderr, took: performance.now() - started });
    });
  });
}

/** @param {string} text @returns {{ data: Answer | null, problems: Ended['problems'] } | null} */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null; // killed before it could answer
  }
}

/** What went wrong, for a list of faults. @param {Ended} ended */
export function told({ args, code, output }) {
  return `coord ${args.join(' ')} (exit ${String(code)}): ${output.trim().slice(0, 500)}`;
}
