/** What people and agents do to a workspace in a day, by chance. Each change answers what must be told of it. */
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pick } from '../chance.mjs';
import { runCoord, told } from '../races/coord-process.mjs';
import { keyOf } from './expected.mjs';
import { fileOf, saveTask } from './save.mjs';

/** @import { BenchWorkspace } from '../workspace/make.mjs' */
/** @import { PlannedTask } from '../workspace/plan-tasks.mjs' */
/** @typedef {() => readonly string[]} Change */

/** So many records of this day may be there at once. */
const MOST_OF_TODAY = 200;

/** @param {BenchWorkspace} workspace @param {string} coord @param {() => number} random */
export function makeChanges({ root, tasks, free }, coord, random) {
  const today = /** @type {PlannedTask[]} */ ([]);
  const claimable = [...free];
  const held = /** @type {PlannedTask[]} */ ([]);
  let count = 0;
  /** Files that this group has changed: one that changes twice at once may be told once. */
  let touched = /** @type {Set<string>} */ (new Set());
  const untouched = (/** @type {readonly PlannedTask[]} */ of) => of.filter((task) => !touched.has(fileOf(task)));
  const save = (/** @type {PlannedTask} */ task, /** @type {string} */ event) => {
    touched.add(fileOf(task));
    saveTask(root, { ...task, notes: `Change ${++count} of the day.` }, pick(['in place', 'by rename'], random));
    return [keyOf(event, fileOf(task))];
  };
  const named = () => {
    const model = pick(tasks, random);
    return { ...model, id: `DAY-${String(++count).padStart(5, '0')}`, status: /** @type {const} */ ('todo'), progress: null, dependencies: [], files: [], started: null, completed: null, proof: null };
  };
  const create = () => {
    const task = named();
    today.push(task);
    return save(task, 'record.created');
  };
  const edit = () => {
    const task = pick(tasks, random);
    return touched.has(fileOf(task)) ? [] : save(task, 'record.changed');
  };
  const remove = () => {
    const [task] = untouched(today);
    if (task === undefined) return create();
    today.splice(today.indexOf(task), 1);
    rmSync(join(root, fileOf(task)));
    return [keyOf('record.deleted', fileOf(task))];
  };
  const rename = () => {
    const [task] = untouched(today);
    if (task === undefined) return create();
    const next = named();
    today.splice(today.indexOf(task), 1, next);
    for (const { id } of [task, next]) touched.add(fileOf({ ...task, id }));
    renameSync(join(root, fileOf(task)), join(root, fileOf(next)));
    return [keyOf('record.deleted', fileOf(task)), keyOf('record.created', fileOf(next))];
  };
  const changes = /** @type {const} */ ([edit, edit, edit, edit, edit, create, create, remove, rename]);
  return {
    /** @param {number} size @returns {Promise<readonly string[]>} what must be told of them */
    async group(size) {
      touched = new Set();
      const wanted = /** @type {string[]} */ ([]);
      for (let at = 1; at < size; at++) wanted.push(...(today.length > MOST_OF_TODAY ? remove : pick(changes, random))());
      return [...wanted, ...(await claimOrRelease())];
    },
  };

  /** Everyone who does a task claims it first; coord itself does, and its own git. */
  async function claimOrRelease() {
    const given = held.length > 20 ? held.shift() : undefined;
    const task = given ?? claimable.shift();
    if (task === undefined) return [];
    if (given === undefined) held.push(task);
    else claimable.push(task);
    const ended = await runCoord(coord, root, [given ? 'release' : 'claim', task.id, '--as', task.agent]);
    if (ended.code !== 0) throw new Error(told(ended));
    return [keyOf(given ? 'claim.released' : 'claim.taken', task.id)];
  }
}
