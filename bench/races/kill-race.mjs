/** coord is killed at a random moment of each verb that writes; whatever it was at, the next command needs no repair. */
import { mkdirSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { chance } from '../chance.mjs';
import { makeArena } from './arena.mjs';
import { checkRepository } from './check-repository.mjs';
import { makeClones, outOfStep } from './clones.mjs';
import { runCoord, told } from './coord-process.mjs';
import { REMOTE_SCENES, SCENES } from './kill-scenes.mjs';
import { Place } from './scene.mjs';

/** @import { Answer } from './coord-process.mjs' */
/** @import { Scene } from './scene.mjs' */
/** @typedef {{ readonly random: () => number, readonly usual: Map<string, number> }} Chances `usual`: how long each verb took last, in milliseconds */
/** @typedef {{ readonly coord: string, readonly kills: number, readonly seed: number, readonly group?: boolean, readonly shared?: boolean }} Plan */

/** Before the first share of a run's time it does nothing yet, after the second it has often ended. */
const STARTING = 0.3;
const ENDING = 0.9;
/** So many kills happen to one repository: each round looks at all that is in it. */
const KILLS_A_REPOSITORY = 50;
/** Some runs end before they can be killed. */
const ROUNDS_A_KILL = 4;

/**
 * @param {string} place an empty folder
 * @param {Plan} plan `group`: each git that coord has started is killed with it; `shared`: in a clone that shares its claims
 */
export async function killWriters(place, { kills, ...plan }) {
  const random = chance(plan.seed);
  /** @type {Chances['usual']} */
  const usual = new Map();
  const scenes = Object.entries(plan.shared ? { ...SCENES, ...REMOTE_SCENES } : SCENES);
  const sum = { operations: 0, killed: 0, faults: /** @type {string[]} */ ([]) };
  for (let at = 0; sum.killed < kills && sum.faults.length === 0; at += 1) {
    const wanted = Math.min(KILLS_A_REPOSITORY, kills - sum.killed);
    const { operations, killed, faults } = await killInOne(join(place, String(at + 1)), { ...plan, kills: wanted, scenes, first: plan.seed + sum.operations, random, usual });
    sum.operations += operations;
    sum.killed += killed;
    sum.faults.push(...faults);
  }
  return sum;
}

/**
 * @param {string} place a folder to be made
 * @param {Plan & Chances & { readonly scenes: readonly (readonly [string, (id: string) => Scene])[], readonly first: number }} plan `first`: with which scene it begins
 */
async function killInOne(place, { coord, kills, scenes, first, random, usual, group = false, shared = false }) {
  const ids = Array.from({ length: ROUNDS_A_KILL * kills }, (_, at) => `K-${at + 1}`);
  mkdirSync(place);
  const arena = makeArena(place, { tasks: ids, agents: 2, worktrees: 0, sharing: shared });
  const { hub: authority, folders: [root = arena.root] } = shared ? makeClones(place, arena.root, 1) : { hub: arena.root, folders: [] };
  const stage = { coord, group, random, usual, root, now: () => new Place(root, authority) };
  /** @type {{ id: string, name: string, scene: Scene }[]} */
  const played = [];
  /** @type {string[]} */
  const faults = [];
  let killed = 0;
  for (const [round, id] of ids.entries()) {
    if (killed === kills) break;
    const [name, begin] = /** @type {[string, (id: string) => Scene]} */ (scenes[(first + round) % scenes.length]);
    const scene = begin(id);
    const outcome = await play(name, scene, stage);
    if (outcome.wasKilled) killed += 1;
    faults.push(...outcome.faults.map((what) => `round ${round + 1}, ${name} of ${id}: ${what}`));
    played.push({ id, name, scene });
  }
  const end = stage.now();
  for (const { id, name, scene } of played) if (!scene.holds(end)) faults.push(`${name} of ${id} was lost later`);
  faults.push(...leftovers(root));
  if (shared) faults.push(...(await outOfStep(coord, root, authority)));
  if (killed < kills) faults.push(`only ${killed} of ${kills} were killed: the machine is too fast or too slow`);
  return { operations: played.length, killed, faults };
}

/**
 * @param {string} name @param {Scene} scene
 * @param {Chances & { readonly coord: string, readonly group: boolean, readonly root: string, readonly now: () => Place }} stage
 */
async function play(name, scene, { coord, group, random, usual, root, now }) {
  /** @type {string[]} */
  const faults = [];
  const run = async (/** @type {string[]} */ args, /** @type {readonly number[]} */ expected) => {
    const ended = await runCoord(coord, root, args);
    if (ended.code === null || !expected.includes(ended.code)) faults.push(told(ended));
    return ended;
  };
  /** @type {Answer | null} */
  let made = null;
  for (const args of scene.before ?? []) made = (await run(args, [0])).answer;
  scene.arrange?.(now());
  const verb = scene.verb(made, now());
  // The very first one is left alone, to see how long it takes; until a verb's own time is known, that of another has to do.
  const time = usual.get(name) ?? [...usual.values()].at(-1);
  const ended = await runCoord(coord, root, verb, time === undefined ? {} : { killAfter: (STARTING + (ENDING - STARTING) * random()) * time, group });
  if (ended.code !== null && ended.code !== 0) faults.push(told(ended));
  if (ended.code === 0 && !scene.holds(now())) faults.push(`acknowledged, but not so: ${told(ended)}`);
  if (group) forgetLocks(root);

  await run(['validate'], scene.meanwhile ?? [0]);
  const again = await run(verb, scene.again);
  if (again.code === 0) usual.set(name, again.took);
  if (!scene.holds(now())) faults.push('not so, though it was done again');
  for (const args of scene.after?.(now()) ?? []) await run(args, [0]);
  faults.push(...(await checkRepository(coord, root)));
  return { wasKilled: ended.code === null, faults };
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
