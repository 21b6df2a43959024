/** coord is killed at a random moment of each verb that writes; whatever it was at, the next command needs no repair. */
import { readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { chance } from '../chance.mjs';
import { makeArena } from './arena.mjs';
import { checkRepository } from './check-repository.mjs';
import { makeClones, outOfStep } from './clones.mjs';
import { runCoord, told } from './coord-process.mjs';
import { REMOTE_SCENES, SCENES } from './kill-scenes.mjs';

/** @import { Scene } from './kill-scenes.mjs' */

/** Before the first share of a run's time it does nothing yet, after the second it has often ended. */
const STARTING = 0.3;
const ENDING = 0.9;

/**
 * @param {string} place an empty folder
 * @param {{ readonly coord: string, readonly kills: number, readonly seed: number, readonly group?: boolean, readonly shared?: boolean }} plan
 *   `group`: each git that coord has started is killed with it; `shared`: in a clone that shares its claims
 */
export async function killWriters(place, { coord, kills, seed, group = false, shared = false }) {
  const random = chance(seed);
  const scenes = shared ? { ...SCENES, ...REMOTE_SCENES } : SCENES;
  const names = Object.keys(scenes);
  // Some end before they can be killed.
  const ids = Array.from({ length: names.length + 10 * kills }, (_, at) => `K-${at + 1}`);
  const arena = makeArena(place, { tasks: ids, agents: 2, worktrees: 0, sharing: shared });
  const { hub: authority, folders: [root = arena.root] } = shared ? makeClones(place, arena.root, 1) : { hub: arena.root, folders: [] };
  /** How long each verb took last. @type {Map<string, number>} */
  const usual = new Map();
  /** @type {{ id: string, name: string, scene: Scene }[]} */
  const acknowledged = [];
  /** @type {string[]} */
  const faults = [];
  let killed = 0;

  for (const [round, id] of ids.entries()) {
    if (killed === kills) break;
    const name = names[round % names.length] ?? '';
    const scene = /** @type {(id: string) => Scene} */ (scenes[name])(id);
    const fault = (/** @type {string} */ what) => faults.push(`round ${round + 1}, ${name}: ${what}`);
    const run = async (/** @type {string[]} */ args, /** @type {readonly number[]} */ expected) => {
      const ended = await runCoord(coord, root, args);
      if (ended.code === null || !expected.includes(ended.code)) fault(told(ended));
      return ended;
    };
    /** @type {import('./coord-process.mjs').Answer | null} */
    let made = null;
    for (const args of scene.before ?? []) made = (await run(args, [0])).answer;
    const verb = scene.verb(made);
    // The first time a verb is left alone, to see how long it takes.
    const time = usual.get(name);
    const ended = await runCoord(coord, root, verb, time === undefined ? {} : { killAfter: (STARTING + (ENDING - STARTING) * random()) * time, group });
    if (ended.code === null) killed += 1;
    else if (ended.code !== 0) fault(told(ended));
    else if (!scene.holds({ root, authority })) fault(`acknowledged, but not so: ${told(ended)}`);
    if (group) forgetLocks(root);

    await run(['validate'], [0]);
    const again = await run(verb, scene.again);
    if (again.code === 0) usual.set(name, again.took);
    if (!scene.holds({ root, authority })) fault('not so, though it was done again');
    faults.push(...(await checkRepository(coord, root)).map((what) => `round ${round + 1}, ${name}: ${what}`));
    acknowledged.push({ id, name, scene });
  }
  for (const { id, name, scene } of acknowledged) if (!scene.holds({ root, authority })) faults.push(`${name} of ${id} was lost later`);
  faults.push(...leftovers(root));
  if (shared) faults.push(...(await outOfStep(coord, root, authority)));
  if (killed < kills) faults.push(`only ${killed} of ${kills} were killed: the machine is too fast or too slow`);
  return { operations: acknowledged.length, killed, faults };
}

/** Half-written files that no later write has swept away. @param {string} root */
function leftovers(root) {
  const tasks = join(root, 'deployment/tasks');
  return readdirSync(tasks).filter((name) => name.startsWith('.')).map((name) => `${join(tasks, name)} was left over`);
}

/**
 * A git that is killed leaves its locks, which nobody may touch for a minute under refs/coord; git's own the user has to remove.
 * @param {string} root
 */
function forgetLocks(root) {
  const hourAgo = new Date(Date.now() - 3_600_000);
  const locks = /** @type {string[]} */ (readdirSync(join(root, '.git'), { recursive: true })).filter((path) => path.endsWith('.lock'));
  for (const path of locks.map((name) => join(root, '.git', name))) {
    if (/refs\/coord(?:-remote)?\//.test(path)) utimesSync(path, hourAgo, hourAgo);
    else rmSync(path, { force: true });
  }
}
