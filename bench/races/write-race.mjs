/** Many processes write into the same files, from one work tree and from linked ones: whatever was acknowledged is there. */
import { chance, pick } from '../chance.mjs';
import { git } from '../workspace/git.mjs';
import { agentName, makeArena } from './arena.mjs';
import { checkRepository, readTasks } from './check-repository.mjs';
import { runCoord, told } from './coord-process.mjs';

/** @import { Figures } from './claim-race.mjs' */
/** @import { Answer } from './coord-process.mjs' */
/**
 * What one writer was told is so, in its work tree.
 * @typedef {object} Promised
 * @property {string} folder
 * @property {Map<string, Record<string, unknown>>} tasks by id: fields that only this writer sets
 * @property {string[]} commits
 */

const SHARED = 6;
const OTHERS_RULE = 1; // the rules may say no, to a task that another holds for instance

/**
 * @param {string} place an empty folder
 * @param {{ readonly coord: string, readonly writers: number, readonly linked: number, readonly operations: number, readonly seed: number }} plan
 *   `writers` in the main work tree, `linked` in a linked one each; all operations together
 * @returns {Promise<Figures>}
 */
export async function raceWriters(place, { coord, writers, linked, operations, seed }) {
  const all = writers + linked;
  const named = (/** @type {string} */ prefix, /** @type {number} */ count) => Array.from({ length: count }, (_, at) => `${prefix}-${at + 1}`);
  const { root, folders } = makeArena(place, { tasks: named('T', SHARED), queued: named('Q', SHARED), agents: all, worktrees: linked });
  /** @type {string[]} */
  const faults = [];
  const each = Math.ceil(operations / all);

  /** @param {number} who @returns {Promise<Promised>} */
  const write = async (who) => {
    const folder = who < writers ? root : (folders[1 + who - writers] ?? root);
    const random = chance(seed * 1000 + who);
    /** @type {Promised} */
    const promised = { folder, tasks: new Map(), commits: [] };
    for (let step = 0; step < each; step++) {
      const { args, settle } = pick(OPERATIONS, random)({ who, step, random });
      const ended = await runCoord(coord, folder, [...args, '--as', agentName(who)]);
      if (ended.code !== 0 || ended.answer === null) {
        if (ended.code !== OTHERS_RULE) faults.push(told(ended));
        continue;
      }
      settle?.(promised, ended.answer);
      const { commit } = ended.answer;
      if (commit?.committed) promised.commits.push(commit.commit);
      else if (commit) faults.push(`not committed: ${told(ended)}`);
    }
    return promised;
  };
  const promises = await Promise.all(Array.from({ length: all }, (_, who) => write(who)));

  for (const promised of promises) faults.push(...broken(promised));
  for (const folder of folders) {
    faults.push(...(await checkRepository(coord, folder)));
    const changed = git(folder, ['status', '--porcelain']);
    if (changed !== '') faults.push(`${folder}: git status says ${changed}`);
  }
  return { operations: each * all, faults };
}

/**
 * @typedef {object} Operation
 * @property {string[]} args
 * @property {(promised: Promised, answer: Answer) => void} [settle] what holds from now on
 */

/** @type {readonly ((at: { who: number, step: number, random: () => number }) => Operation)[]} */
const OPERATIONS = [
  ({ who, step }) => {
    const id = `W${who}-${step}`;
    return { args: ['task', 'add', `Made by ${who} at ${step}`, '--id', id], settle: ({ tasks }) => tasks.set(id, { task: `Made by ${who} at ${step}` }) };
  },
  ({ who, step }) => ({ args: ['task', 'add', `Nameless ${who} ${step}`], settle: ({ tasks }, made) => tasks.set(made.id, { task: `Nameless ${who} ${step}` }) }),
  ({ who, step, random }) => setsOwnField(`T-${1 + Math.floor(random() * SHARED)}`, who, step),
  ({ who, step, random }) => setsOwnField(`Q-${1 + Math.floor(random() * SHARED)}`, who, step),
];

/** All write to one file, each a field of its own. @param {string} id @param {number} who @param {number} step @returns {Operation} */
function setsOwnField(id, who, step) {
  const field = `x-w${who}`;
  return { args: ['task', 'set', id, `${field}=at ${step}`], settle: ({ tasks }) => tasks.set(id, { ...tasks.get(id), [field]: `at ${step}` }) };
}

/** Promises that the work tree or the history does not keep. @param {Promised} promised @returns {string[]} */
function broken({ folder, tasks, commits }) {
  const defined = new Map(readTasks(folder).map((task) => [task.id, task]));
  const lost = [...tasks].flatMap(([id, fields]) =>
    Object.entries(fields).filter(([name, value]) => defined.get(id)?.[name] !== value).map(([name, value]) => `${folder}: ${id} has lost ${name}: ${String(value)}`),
  );
  const history = new Set(git(folder, ['log', '--format=%H']).split('\n'));
  return [...lost, ...commits.filter((commit) => !history.has(commit)).map((commit) => `${folder}: ${commit} is not in the history`)];
}
