/** coord is killed at a random moment of each verb that writes; whatever it was at, the next command needs no repair. */
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { chance } from '../chance.mjs';
import { git } from '../workspace/git.mjs';
import { makeArena } from './arena.mjs';
import { checkRepository, readTasks } from './check-repository.mjs';
import { runCoord, told } from './coord-process.mjs';

/**
 * A verb that writes, about one task that nothing else is about.
 * @typedef {object} Scene
 * @property {string[][]} [before] runs that must succeed, so that the verb has something to do
 * @property {string[]} verb
 * @property {readonly number[]} again exit codes of the same verb afterwards; not 0: it had been done already
 * @property {(at: { root: string, claims: string, id: string }) => boolean} holds what the verb was for
 */

/** Before the first share of a run's time it does nothing yet, after the second it has often ended. */
const STARTING = 0.3;
const ENDING = 0.9;
const ME = ['--as', 'agent-1'];

/** @type {Record<string, (id: string) => Scene>} */
const SCENES = {
  'claim': (id) => ({ verb: ['claim', id, ...ME], again: [0], holds: ({ claims }) => claimOf(claims, id)?.state === 'held' }),
  'claim --worktree': (id) => ({
    verb: ['claim', id, '--worktree', ...ME],
    again: [0, 3],
    holds: ({ root, claims }) => claimOf(claims, id)?.state === 'held' && existsSync(join(`${root}-${id}`, 'deployment/coord.yaml')) && existsSync(join(root, `.git/worktrees/app-${id}/coord/held`, id)),
  }),
  'release': (id) => ({ before: [['claim', id, ...ME]], verb: ['release', id, ...ME], again: [0, 3], holds: ({ claims }) => claimOf(claims, id)?.state === 'released' }),
  'progress': (id) => ({ before: [['claim', id, ...ME]], verb: ['progress', '40', 'half', 'of', 'it', '--task', id, ...ME], again: [0], holds: ({ root }) => taskOf(root, id)?.['progress'] === 40 }),
  'done': (id) => ({
    before: [['claim', id, ...ME]],
    verb: ['done', id, ...ME],
    again: [0, 1, 3],
    holds: ({ root, claims }) => claimOf(claims, id)?.state === 'done' && taskOf(root, id)?.['status'] === 'done' && handoffsOf(root, id) === 1,
  }),
  'task add': (id) => ({ verb: ['task', 'add', 'Made late', '--id', `${id}-late`, ...ME], again: [0, 1], holds: ({ root }) => taskOf(root, `${id}-late`)?.['task'] === 'Made late' }),
  'task set': (id) => ({ verb: ['task', 'set', id, 'priority=high', 'notes=first things first', ...ME], again: [0], holds: ({ root }) => taskOf(root, id)?.['priority'] === 'high' }),
  'task split': (id) => ({ verb: ['task', 'split', id, 'One half', 'The other', ...ME], again: [0], holds: ({ root }) => taskOf(root, id)?.['kind'] === 'milestone' && taskOf(root, `${id}-2`) !== undefined }),
  'block': (id) => ({ verb: ['block', id, 'A', 'password', '--on', 'agent-1', ...ME], again: [0], holds: ({ root }) => recordsOf(root, 'status/blockers', `task: ${id}\n`).length > 0 }),
  'unblock': (id) => ({
    before: [['block', id, 'A', 'password', '--on', 'agent-1', ...ME]],
    verb: ['unblock', id, ...ME],
    again: [0, 1],
    holds: ({ root }) => recordsOf(root, 'status/blockers', `task: ${id}\n`).some((text) => text.includes('resolved_by: agent-1\n')),
  }),
  'decide propose': (id) => ({ verb: ['decide', 'propose', `${id} is so`, ...ME], again: [0], holds: ({ root }) => recordsOf(root, 'decisions', `title: ${id} is so\n`).length > 0 }),
  'decide accept': (id) => ({
    before: [['decide', 'propose', `${id} old`, ...ME], ['decide', 'accept', `${id}-old`, ...ME], ['decide', 'propose', `${id} new`, '--supersedes', `${id}-old`, ...ME]],
    verb: ['decide', 'accept', `${id}-new`, ...ME],
    again: [0, 1],
    holds: ({ root }) => ['old superseded', 'new accepted'].every((end) => recordsOf(root, 'decisions', `title: ${id} ${end.replace(' ', '\n\nstatus: ')}\n`).length === 1),
  }),
  'approve': (id) => ({
    before: [['task', 'add', 'Sign it off', '--id', `${id}-gate`, '--kind', 'gate', '--approvers', 'agent-1', ...ME]],
    verb: ['approve', `${id}-gate`, ...ME],
    again: [0, 1],
    holds: ({ root }) => taskOf(root, `${id}-gate`)?.['status'] === 'done',
  }),
  'as': () => ({ verb: ['as', 'agent-1'], again: [0], holds: () => true }),
};

/**
 * @param {string} place an empty folder
 * @param {{ readonly coord: string, readonly kills: number, readonly seed: number, readonly group?: boolean, readonly shared?: boolean }} plan
 *   `shared`: claims are shared through a bare repository; `group`: each git that coord has started is killed with it
 */
export async function killWriters(place, { coord, kills, seed, group = false, shared = false }) {
  const random = chance(seed);
  const names = Object.keys(SCENES);
  // Some end before they can be killed.
  const ids = Array.from({ length: names.length + 10 * kills }, (_, at) => `K-${at + 1}`);
  const { root, claims } = makeArena(place, { tasks: ids, agents: 1, worktrees: 0, clones: shared ? 1 : 0 });
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
    const scene = /** @type {(id: string) => Scene} */ (SCENES[name])(id);
    const fault = (/** @type {string} */ what) => faults.push(`round ${round + 1}, ${name}: ${what}`);
    const run = async (/** @type {string[]} */ args, /** @type {readonly number[]} */ expected) => {
      const ended = await runCoord(coord, root, args);
      if (ended.code === null || !expected.includes(ended.code)) fault(told(ended));
      return ended;
    };
    for (const args of scene.before ?? []) await run(args, [0]);
    // The first time a verb is left alone, to see how long it takes.
    const time = usual.get(name);
    const ended = await runCoord(coord, root, scene.verb, time === undefined ? {} : { killAfter: (STARTING + (ENDING - STARTING) * random()) * time, group });
    if (ended.code === null) killed += 1;
    else if (ended.code !== 0) fault(told(ended));
    else if (!scene.holds({ root, claims, id })) fault(`acknowledged, but not so: ${told(ended)}`);
    if (group) forgetLocks(root);

    await run(['validate'], [0]);
    const again = await run(scene.verb, scene.again);
    if (again.code === 0) usual.set(name, again.took);
    if (!scene.holds({ root, claims, id })) fault('not so, though it was done again');
    faults.push(...(await checkRepository(coord, root)).map((what) => `round ${round + 1}, ${name}: ${what}`));
    acknowledged.push({ id, name, scene });
  }
  for (const { id, name, scene } of acknowledged) if (!scene.holds({ root, claims, id })) faults.push(`${name} of ${id} was lost later`);
  faults.push(...leftovers(root));
  if (killed < kills) faults.push(`only ${killed} of ${kills} were killed: the machine is too fast or too slow`);
  return { operations: acknowledged.length, killed, faults };
}

/** @param {string} root @param {string} id @returns {{ state: string } | null} */
function claimOf(root, id) {
  try {
    return JSON.parse(git(root, ['cat-file', 'blob', `refs/coord/tasks/${id}`]));
  } catch {
    return null;
  }
}

/** @param {string} root @param {string} id */
function taskOf(root, id) {
  return readTasks(root).find((task) => task.id === id);
}

/** The records of a folder that hold these words. @param {string} root @param {string} folder @param {string} words */
function recordsOf(root, folder, words) {
  const path = join(root, 'deployment', folder);
  const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.md') && !name.startsWith('.')) : [];
  return names.map((name) => readFileSync(join(path, name), 'utf8')).filter((text) => text.includes(words));
}

/** @param {string} root @param {string} id */
function handoffsOf(root, id) {
  const folder = join(root, 'deployment/handoffs');
  return (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.includes(`-${id}-`)).length;
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
