/**
 * node bench/watch.mjs [saves] [burst] [day] [--tasks 10000] [--saves 200] [--burst 1000] [--changes 20000] [--block 1000] [--seed 1]
 * How soon `coord watch` tells a save, beside chokidar on the same files; whether many changes at once, and a day of them, are told
 * once each; whether its memory and what it holds open stay flat. Without names: all three.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { root as project } from '../scripts/setup.mjs';
import { chance } from './chance.mjs';
import { measureBurst } from './watch/measure-burst.mjs';
import { measureDay } from './watch/measure-day.mjs';
import { measureSaves } from './watch/measure-saves.mjs';
import { startWatcher } from './watch/watcher.mjs';
import { makeWorkspace } from './workspace/make.mjs';

const option = (/** @type {string} */ value) => ({ type: /** @type {const} */ ('string'), default: value });
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { tasks: option('10000'), saves: option('200'), burst: option('1000'), changes: option('20000'), block: option('1000'), seed: option('1') },
});
const { tasks, saves, burst, changes, block, seed } = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]));
const coord = join(project, 'bin/coord.js');
const place = mkdtempSync(join(tmpdir(), 'coord-watch-'));
const random = chance(seed ?? 1);
const isWanted = (/** @type {string} */ part) => positionals.length === 0 || positionals.includes(part);
let faults = 0;

try {
  const workspace = makeWorkspace(join(place, 'app'), { tasks: tasks ?? 0, deps: 1.5, claims: Math.floor((tasks ?? 0) / 25), layout: 'files' });
  const watcher = await startWatcher([coord, 'watch', '--json'], workspace.root);
  try {
    if (isWanted('saves')) {
      console.log(`\nFrom a save to its line, ${workspace.tasks.length} tasks\n`);
      const peer = await startWatcher([fileURLToPath(new URL('./watch/by-chokidar.mjs', import.meta.url)), 'deployment'], workspace.root);
      faults += await measureSaves(workspace, [watcher, peer], saves ?? 0, random).finally(() => peer.end());
    }
    if (isWanted('burst')) {
      console.log('\nAt once\n');
      faults += await measureBurst(workspace, watcher, burst ?? 0);
    }
    if (isWanted('day')) {
      console.log('\nA day\n');
      faults += await measureDay(workspace, watcher, { coord, changes: changes ?? 0, block: block ?? 0, random });
    }
  } finally {
    await watcher.end();
  }
} finally {
  rmSync(place, { recursive: true });
}
process.exitCode = faults === 0 ? 0 : 1;
