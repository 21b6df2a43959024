/** node bench/peers.mjs [--runs 9] [--tasks 10000] [--coord bin/coord.js]   Installs other programs from npm into a temporary folder. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { root } from '../scripts/setup.mjs';
import { printRatios } from './measure/figures.mjs';
import { FLOOR, SETTLING_MS, timeInTurn } from './measure/timed.mjs';
import { backlog } from './peers/backlog.mjs';
import { fill, install } from './peers/peer.mjs';
import { seeds } from './peers/seeds.mjs';
import { makeWorkspace } from './workspace/make.mjs';

/** @import { Contender } from './measure/timed.mjs' */

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '9' }, tasks: { type: 'string', default: '10000' }, coord: { type: 'string', default: join(root, 'bin/coord.js') } },
});
const count = Number(values.tasks);
const place = mkdtempSync(join(tmpdir(), 'coord-peers-'));
process.on('exit', () => rmSync(place, { recursive: true, force: true }));

const { root: folder, tasks, free } = makeWorkspace(join(place, 'coord'), { tasks: count, deps: 1.5, claims: Math.round(count / 10), layout: 'files' });
const shown = free[0] ?? tasks[0];
if (shown === undefined) throw new Error('There must be at least one task.');
const coord = { name: 'coord', cwd: folder, command: /** @type {const} */ ([process.execPath, resolve(values.coord)]) };

const peers = [seeds, backlog].flatMap((peer) => {
  const command = install(peer, join(place, 'installed', peer.name));
  if (command === null) return [];
  const cwd = join(place, 'filled', peer.name);
  fill(peer, command, cwd, tasks);
  return [{ peer, cwd, command }];
});

/** @param {string} name @param {string} cwd @param {readonly [string, ...string[]]} command @param {readonly string[]} args @returns {Contender} */
function contender(name, cwd, command, args) {
  return { name: `${name}: ${args.join(' ')}`, cwd, command: () => [...command, ...args] };
}

/** @type {{ title: string, own: string[], theirs: (peer: typeof seeds) => string[] }[]} */
const questions = [
  { title: 'The ten best tasks that can start', own: ['next'], theirs: ({ next }) => next },
  { title: 'One task', own: ['show', shown.id], theirs: ({ show }) => show(shown, tasks.indexOf(shown)) },
  { title: 'All that is open', own: ['list', '--status', 'todo'], theirs: ({ list }) => list },
];

await pause(SETTLING_MS);
console.log(`\n## ${count} tasks. Beside them coord reads ${Math.round(count / 10)} claims, which the others do not have.`);
for (const { title, own, theirs } of questions) {
  const contenders = [contender(coord.name, coord.cwd, coord.command, own), ...peers.map(({ peer, cwd, command }) => contender(peer.name, cwd, command, theirs(peer)))];
  console.log(`\n${title}\n`);
  printRatios(timeInTurn([FLOOR, ...contenders], Number(values.runs)), FLOOR.name, null);
}
