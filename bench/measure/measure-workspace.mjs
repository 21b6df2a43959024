import { setTimeout as pause } from 'node:timers/promises';
import { contendersIn } from './contenders.mjs';
import { printRatios, printTable } from './figures.mjs';
import { peakMemory } from './peak-memory.mjs';
import { FLOOR, SETTLING_MS, timeInTurn } from './timed.mjs';
import { shareClaims } from '../workspace/share.mjs';

/** @import { BenchWorkspace } from '../workspace/make.mjs' */
/** @import { Contender } from './timed.mjs' */

const COLD = 20;
const PLAN = 15;
const CLAIM = 4;
const SHARED_CLAIM = 6;
const MEMORY_MIB = 250;

/**
 * Prints a table a question. What changes the workspace comes after what must find it unchanged.
 * @param {BenchWorkspace} workspace
 * @param {{ coord: string, runs: number, warm: number }} plan `warm`: what a warm answer may take, as a multiple of the floor
 */
export async function measureWorkspace(workspace, { coord, runs, warm }) {
  const { ask, call, claim, parts, edit, forget } = contendersIn(workspace, coord);
  const reads = [['next'], ['status'], ['show', workspace.free[0]?.id ?? '']];
  const all = [...reads, ['validate', '--staged'], ['validate']];
  const table = (/** @type {string} */ title, /** @type {number | null} */ budget, /** @type {Contender[]} */ contenders) => {
    console.log(`\n${title}\n`);
    printRatios(timeInTurn([FLOOR, ...contenders], runs), FLOOR.name, budget);
  };

  await pause(SETTLING_MS);
  timeInTurn([ask(['next'])], 1); // fills the cache
  table('Warm', warm, reads.map((args) => ask(args)));
  table('Planning, warm', PLAN, [ask(['plan'])]);
  table('What an answer is made of', null, parts);
  table('Warm, one task edited and staged before each run', warm, [ask(['validate', '--staged'], edit), ask(['next'], edit)]);
  table('Claiming, another task each time', CLAIM, [claim]);
  table('Cold: the cache deleted before each run', COLD, all.map((args) => ask(args, forget)));

  console.log('\nPeak memory\n');
  const peaks = all.map((args) => {
    forget();
    const sizes = [1, 2].map(() => peakMemory(workspace.root, call(...args)));
    return [args.join(' '), ...sizes.map((size) => size?.toFixed(0) ?? 'no python3: not measured'), String(MEMORY_MIB)];
  });
  printTable(['MiB', 'cold', 'then warm', 'budget'], peaks);

  shareClaims(workspace.root);
  await pause(SETTLING_MS);
  timeInTurn([ask(['sync']), ask(['next'])], 1);
  table('Claiming through a remote on this machine, another task each time', SHARED_CLAIM, [claim]);
}
