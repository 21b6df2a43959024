/**
 * node bench/board.mjs [--tasks 10000] [--rounds 10] [--keys 40] [--every 300] [--seed 1] [--coord bin/coord.js]
 * How soon `coord board` answers a key on a terminal (util-linux's `script`) while a task is saved again and again,
 * and how soon it has ended after `q`. Each round is a board of its own.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { root as project } from '../scripts/setup.mjs';
import { startBoard } from './board/on-terminal.mjs';
import { chance, pick } from './chance.mjs';
import { median, printTable, quantile } from './measure/figures.mjs';
import { saveTask } from './watch/save.mjs';
import { makeWorkspace } from './workspace/make.mjs';

const option = (/** @type {string} */ value) => ({ type: /** @type {const} */ ('string'), default: value });
const { values } = parseArgs({ options: { tasks: option('10000'), rounds: option('10'), keys: option('40'), every: option('300'), seed: option('1'), coord: option(join(project, 'bin/coord.js')) } });
const [tasks, rounds, keys, every, seed] = [values.tasks, values.rounds, values.keys, values.every, values.seed].map(Number);
const LONGEST_PAUSE = 250;
const place = mkdtempSync(join(tmpdir(), 'coord-board-'));
const random = chance(seed ?? 1);
const times = { key: /** @type {number[]} */ ([]), quit: /** @type {number[]} */ ([]) };

try {
  const workspace = makeWorkspace(join(place, 'app'), { tasks: tasks ?? 0, deps: 1.5, claims: Math.floor((tasks ?? 0) / 10), layout: 'files' });
  for (let round = 0; round < (rounds ?? 0); round += 1) {
    const board = await startBoard(resolve(values.coord), workspace.root);
    const saves = setInterval(() => saveTask(workspace.root, changed(pick(workspace.free, random)), 'in place'), every);
    for (let at = 0; at < (keys ?? 0); at += 1) {
      await pause(random() * LONGEST_PAUSE);
      times.key.push(await board.press(at % 2 === 0 ? 'j' : 'k'));
    }
    times.quit.push(await board.quit());
    clearInterval(saves);
  }
} finally {
  rmSync(place, { recursive: true });
}
const rows = Object.entries(times).map(([name, all]) => [name, String(all.length), ...[median(all), quantile(all, 0.95), Math.max(...all)].map((time) => time.toFixed(1))]);
printTable(['', 'times', 'median ms', 'p95 ms', 'max ms'], rows);

/** Its title is another one each time. @param {import('./workspace/plan-tasks.mjs').PlannedTask} task */
function changed(task) {
  return { ...task, task: `Saved at ${performance.now()}` };
}
