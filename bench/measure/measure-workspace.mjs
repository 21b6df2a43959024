import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { git } from '../workspace/git.mjs';
import { writeTaskFile } from '../workspace/make.mjs';
import { printRatios, printTable } from './figures.mjs';
import { peakMemory } from './peak-memory.mjs';
import { FLOOR, SETTLING_MS, timeInTurn } from './timed.mjs';

/** @import { BenchWorkspace } from '../workspace/make.mjs' */
/** @import { Contender } from './timed.mjs' */

const COLD = 20;
const CLAIM = 4;
const MEMORY_MIB = 250;

/**
 * @param {BenchWorkspace} workspace
 * @param {{ coord: string, runs: number, warm: number }} plan
 */
export async function measureWorkspace(workspace, { coord, runs, warm }) {
  const { root: cwd } = workspace;
  const call = (/** @type {string[]} */ ...args) => /** @type {const} */ ([process.execPath, coord, ...args]);
  const run = (/** @type {string[]} */ ...args) => timeInTurn([{ name: args.join(' '), cwd, command: () => call(...args) }], 1);
  const forget = () => rmSync(join(cwd, '.git/coord/cache'), { recursive: true, force: true });
  const edit = changer(workspace);
  const shown = workspace.free[0]?.id ?? '';
  const reads = [['next'], ['status'], ['show', shown]];
  /** @param {string} name @param {string[]} args @param {() => unknown} [before] @returns {Contender} */
  const contender = (name, args, before) => ({
    name,
    cwd,
    command: () => {
      before?.();
      return call(...args);
    },
  });
  const table = (/** @type {string} */ title, /** @type {number} */ budget, /** @type {Contender[]} */ contenders) => {
    console.log(`\n${title}\n`);
    printRatios(timeInTurn([FLOOR, ...contenders], runs), FLOOR.name, budget);
  };

  await pause(SETTLING_MS);
  run('next');
  table('Warm', warm, reads.map((args) => contender(args.join(' '), args)));
  table('Warm, after one task was edited and staged', warm, [contender('validate --staged', ['validate', '--staged'], edit), contender('next', ['next'], edit)]);

  const free = [...workspace.free];
  table('Claiming a task, another one each time', CLAIM, [
    {
      name: 'claim ID',
      cwd,
      command: () => {
        const task = free.shift();
        if (task === undefined) throw new Error('No task is left to claim: ask for fewer --runs or more --tasks.');
        return call('claim', task.id, '--as', task.agent);
      },
    },
  ]);

  const all = [...reads, ['validate', '--staged'], ['validate']];
  table('Cold: the cache deleted before each run', COLD, all.map((args) => contender(args.join(' '), args, forget)));

  console.log('\nPeak memory\n');
  const peaks = all.map((args) => {
    forget();
    const sizes = [peakMemory(cwd, call(...args)), peakMemory(cwd, call(...args))];
    return [args.join(' '), ...sizes.map((size) => (size === null ? 'not measured: no python3' : size.toFixed(0))), String(MEMORY_MIB)];
  });
  printTable(['MiB', 'cold', 'then warm', 'budget'], peaks);
}

/**
 * Each call gives one task a title and a dependency it never had, and stages its file.
 * @param {BenchWorkspace} workspace
 */
function changer(workspace) {
  const task = workspace.tasks.at(-1);
  const file = workspace.files.find(({ tasks }) => task !== undefined && tasks.includes(task));
  if (task === undefined || file === undefined) throw new Error('A workspace without tasks cannot be measured.');
  const { dependencies } = task;
  const done = workspace.tasks.filter(({ status }) => status === 'done');
  let change = 0;
  return () => {
    change += 1;
    task.task = `Changed for the ${String(change)}. time`;
    task.dependencies = [...dependencies, done[change % done.length]?.id ?? ''];
    writeTaskFile(workspace, file);
    git(workspace.root, ['add', `deployment/${file.path}`]);
  };
}
