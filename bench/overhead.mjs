/**
 * node bench/overhead.mjs [--tasks 1000] [--block 100] [--rounds 100] [--command node|true]
 * What dispatching a task takes beside making its worktree and starting its command by hand, one at a time, both in one run
 * and one repository; how many gits a task starts; whether the memory of the dispatcher stays flat.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { root as project } from '../scripts/setup.mjs';
import { median, printTable, slope } from './measure/figures.mjs';
import { makeNoOpArena, NO_OPS } from './overhead/arena.mjs';
import { countGits } from './overhead/count-gits.mjs';
import { processorTime, residentSize } from './measure/process-figures.mjs';
import { runDispatcher } from './overhead/run-dispatcher.mjs';
import { cleanEnv, git } from './workspace/git.mjs';

/** @typedef {{ readonly milliseconds: number, readonly processor: number | null }} Figures of one task */
/** @typedef {{ readonly tasks: number, readonly hand: Figures, readonly dispatched: Figures, readonly resident: number | null }} Block */

const { values } = parseArgs({ options: { tasks: { type: 'string', default: '1000' }, block: { type: 'string', default: '100' }, rounds: { type: 'string' }, command: { type: 'string', default: 'node' } } });
const [tasks, block] = [Number(values.tasks), Number(values.block)];
/** So many are made by hand after each block. */
const rounds = Number(values.rounds ?? block);
const command = values.command === 'true' ? 'true' : 'node';
const coord = join(project, 'bin/coord.js');
const place = mkdtempSync(join(tmpdir(), 'coord-overhead-'));
const OF_GITS = 12;

/** The dispatcher's last branch and its worktree are left alone: those by hand have names of their own. @param {string} root @param {number} round @returns {Figures} */
function byHand(root, round) {
  const script = fileURLToPath(new URL('./overhead/by-hand.mjs', import.meta.url));
  /** @type {Figures} */
  const { milliseconds, processor } = JSON.parse(execFileSync(process.execPath, [script, root, String(round), String(rounds), ...NO_OPS[command]], { env: cleanEnv(), encoding: 'utf8' }));
  git(root, ['branch', '-q', '-D', ...git(root, ['for-each-ref', '--format=%(refname:short)', 'refs/heads/hand/']).split('\n')]);
  return { milliseconds: milliseconds / rounds, processor: processor === null ? null : processor / rounds };
}

/** @returns {Promise<{ readonly blocks: readonly Block[], readonly sizes: readonly number[], readonly peak: number | null }>} */
async function measure() {
  const { root } = makeNoOpArena(place, { tasks, agents: 4, command });
  const blocks = /** @type {Block[]} */ ([]);
  const sizes = /** @type {number[]} */ ([]);
  let [before, peak] = [0, /** @type {number | null} */ (null)];
  const { exit, output } = await runDispatcher(root, coord, {
    max: 1,
    block,
    onTask: (pid) => {
      sizes.push(residentSize(pid, 'VmRSS') ?? NaN);
    },
    onBlock: ({ pid, tasks: reached, milliseconds }) => {
      const processor = processorTime(pid);
      peak = residentSize(pid, 'VmHWM');
      const dispatched = { milliseconds: milliseconds / block, processor: processor === null ? null : (processor - before) / block };
      before = processor ?? 0;
      blocks.push({ tasks: reached, dispatched, hand: byHand(root, reached), resident: residentSize(pid, 'VmRSS') });
      if (process.stderr.isTTY) console.error(`${reached} tasks`);
      return Promise.resolve();
    },
  });
  if (exit !== 0) throw new Error(`it ended with ${String(exit)}: ${output.slice(-2000)}`);
  return { blocks, sizes, peak };
}

/** @param {number | null} one @param {number | null} other */
const ratio = (one, other) => (one === null || other === null ? '?' : (one / other).toFixed(2));
const figure = (/** @type {number | null} */ value) => value?.toFixed(0) ?? '?';

async function gits() {
  const folder = join(place, 'gits');
  mkdirSync(folder);
  const arena = makeNoOpArena(folder, { tasks: OF_GITS, agents: 4, command: 'true' });
  return countGits(folder, (env) => runDispatcher(arena.root, coord, { max: 1, block: OF_GITS, env }));
}

const counted = await gits();
console.log(`Gits a task: ${(counted.started / OF_GITS).toFixed(1)}, and ${((counted.all - counted.started) / OF_GITS).toFixed(1)} that these start (by hand 2 and 4).\n`);
const { blocks, sizes, peak } = await measure();
const rows = blocks.map(({ tasks: reached, hand, dispatched, resident }) => [String(reached), figure(hand.milliseconds), figure(dispatched.milliseconds), ratio(dispatched.milliseconds, hand.milliseconds), figure(hand.processor), figure(dispatched.processor), ratio(dispatched.processor, hand.processor), figure(resident)]);
printTable(['tasks', 'by hand ms', 'dispatched ms', 'ratio', 'by hand, processor', 'dispatched, processor', 'ratio', 'MiB'], rows);
console.log(`\nMedian ratio: ${median(blocks.map(({ hand, dispatched }) => dispatched.milliseconds / hand.milliseconds)).toFixed(2)} of time; budget 3.`);
const later = sizes.slice(Math.min(block, sizes.length - 2));
console.log(`Memory: at most ${figure(peak)} MiB; from task ${sizes.length - later.length + 1} on ${(slope(later) * 1024).toFixed(1)} KiB more for each task.`);
rmSync(place, { recursive: true });
