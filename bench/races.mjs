/**
 * node bench/races.mjs [claims] [clones] [writers] [kills] [kills-with-git] [kills-shared] [--seed N]
 *   [--claimants 16] [--clones 8] [--tasks 50] [--writers 32] [--linked 8] [--operations 1000] [--kills 200]
 * Ends with exit code 1 when anything was lost, won twice or broken.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/setup.mjs';
import { raceForClaims } from './races/claim-race.mjs';
import { killWriters } from './races/kill-race.mjs';
import { raceWriters } from './races/write-race.mjs';

/** @import { Figures } from './races/claim-race.mjs' */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    claimants: { type: 'string', default: '16' },
    clones: { type: 'string', default: '8' },
    tasks: { type: 'string', default: '50' },
    writers: { type: 'string', default: '32' },
    linked: { type: 'string', default: '8' },
    operations: { type: 'string', default: '1000' },
    kills: { type: 'string', default: '200' },
  },
});
const plan = {
  coord: join(root, 'bin/coord.js'),
  seed: Number(values.seed),
  claimants: Number(values.claimants),
  tasks: Number(values.tasks),
  writers: Number(values.writers),
  linked: Number(values.linked),
  operations: Number(values.operations),
  kills: Number(values.kills),
};

/** @type {Record<string, { title: string, run: (place: string) => Promise<Figures> }>} */
const RACES = {
  claims: { title: `${plan.claimants} processes claim the same ${plan.tasks} tasks`, run: (place) => raceForClaims(place, plan) },
  clones: { title: `${plan.claimants} processes in ${values.clones} clones claim the same ${plan.tasks} tasks`, run: (place) => raceForClaims(place, { ...plan, clones: Number(values.clones) }) },
  writers: { title: `${plan.writers} write in one work tree and ${plan.linked} in linked ones`, run: (place) => raceWriters(place, plan) },
  kills: { title: 'coord killed at random moments', run: (place) => killWriters(place, plan) },
  'kills-shared': { title: 'coord killed at random moments, its claims shared', run: (place) => killWriters(place, { ...plan, shared: true }) },
  'kills-with-git': { title: 'coord and the git it runs killed at random moments', run: (place) => killWriters(place, { ...plan, group: true }) },
};

console.log(`Seed ${plan.seed}: give it with --seed to run the same again.`);
for (const name of positionals.length > 0 ? positionals : Object.keys(RACES)) {
  const race = RACES[name];
  if (race === undefined) {
    console.error(`There is no race "${name}". Known: ${Object.keys(RACES).join(', ')}`);
    process.exit(2);
  }
  const place = mkdtempSync(join(tmpdir(), 'coord-race-'));
  const start = performance.now();
  const { faults, ...figures } = await race.run(place);
  const counted = Object.entries(figures).map(([what, count]) => `${count} ${what}`);
  console.log(`\n${race.title}: ${[...counted, `${faults.length} faults`].join(', ')}, ${((performance.now() - start) / 1000).toFixed(0)} s`);
  for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`);
  if (faults.length === 0) rmSync(place, { recursive: true, force: true });
  else {
    console.log(`  The repository is kept: ${place}`);
    process.exitCode = 1;
  }
}
