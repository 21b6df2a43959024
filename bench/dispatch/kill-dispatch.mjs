/** The dispatcher is killed at random moments and started again, until all is done: the end has to be the same as if it never was. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chance } from '../chance.mjs';
import { checkDispatch } from './check-dispatch.mjs';
import { makeDispatchArena } from './dispatch-arena.mjs';
import { makeTemplateArena } from './template-arena.mjs';

/** @import { DispatchArena } from './dispatch-arena.mjs' */
/** @typedef {{ readonly exit: number | null, readonly output: string }} Ending `exit` null: it was killed */

/** Lines it has told when it is killed at the latest; then so many milliseconds more. */
const MOST_LINES = 5;
const MOST_MILLISECONDS = 400;
/** One repository takes so many kills: then all that is to be done in it mostly is. */
const KILLS_A_REPOSITORY = 10;

/** @param {string} place an empty folder @param {{ readonly coord: string, readonly seed: number, readonly kills: number, readonly isTemplate?: boolean }} plan */
export async function killDispatcher(place, { coord, seed, kills, isTemplate = false }) {
  const random = chance(seed);
  const sum = { operations: 0, killed: 0, faults: /** @type {string[]} */ ([]) };
  for (let at = 0; sum.killed < kills && sum.faults.length === 0; at++) {
    const folder = join(place, String(at + 1));
    mkdirSync(folder);
    const arena = isTemplate ? makeTemplateArena(folder, coord) : makeDispatchArena(folder, { rounds: 2 });
    const killed = await killInOne(arena, coord, random, Math.min(KILLS_A_REPOSITORY, kills - sum.killed));
    const { exit, output } = await dispatch(arena, coord, null);
    sum.operations += arena.tasks.length;
    sum.killed += killed;
    if (exit !== 0) sum.faults.push(`it ended with ${String(exit)}: ${output}`);
    sum.faults.push(...checkDispatch(arena));
  }
  return sum;
}

/** @param {DispatchArena} arena @param {string} coord @param {() => number} random @param {number} most @returns {Promise<number>} */
async function killInOne(arena, coord, random, most) {
  for (let killed = 0; killed < most; killed++) {
    const { exit } = await dispatch(arena, coord, { lines: Math.floor(random() * (MOST_LINES + 1)), milliseconds: random() * MOST_MILLISECONDS });
    if (exit !== null) return killed;
  }
  return most;
}

/**
 * @param {DispatchArena} arena
 * @param {string} coord
 * @param {{ readonly lines: number, readonly milliseconds: number } | null} kill
 * @param {{ readonly verb?: readonly string[], readonly words?: readonly string[], readonly fails?: readonly string[], readonly together?: number }} [how] `fails`: tasks whose agents do; `together`: how many wait for each other once they have begun
 * @returns {Promise<Ending>}
 */
export function dispatch({ root, trace }, coord, kill, { verb = ['dispatch'], words = [], fails = [], together = 0 } = {}) {
  const env = { ...process.env, AGENT_TRACE: trace, AGENT_MILLISECONDS: '50', AGENT_FAILS: fails.join(' '), AGENT_TOGETHER: String(together), COORD_AGENT: '', COORD_SESSION: '' };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [coord, ...verb, ...words], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let isTimed = false;
    const look = () => {
      if (kill === null || isTimed || output.split('\n').length - 1 < kill.lines) return;
      isTimed = true;
      setTimeout(() => child.kill('SIGKILL'), kill.milliseconds);
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        output += text;
        look();
      });
    }
    look();
    child.on('close', (code) => resolve({ exit: code, output }));
  });
}
