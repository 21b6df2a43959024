/**
 * node bench/races.mjs [claims] [shared-claims] [writers] [mixed] [shared-mixed] [kills] [kills-with-git] [shared-kills] [--seed N]
 *   [--claimants 16] [--tasks 50] [--rivals 16] [--writers 32] [--linked 8] [--clones 8] [--operations 1000] [--minutes 600] [--kills 200]
 * What is promised: --operations 10000, --tasks 1000, --kills 500. "shared": through a remote that answers 0 to 200 ms late.
 * Ends with exit code 1 when anything was lost, won twice or broken.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/setup.mjs';
import { raceForClaims } from './races/claim-race.mjs';
import { killWriters } from './races/kill-race.mjs';
import { raceMixed } from './races/mixed-race.mjs';
import { raceWriters } from './races/write-race.mjs';

/** @import { Figures } from './races/claim-race.mjs' */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    claimants: { type: 'string', default: '16' },
    tasks: { type: 'string', default: '50' },
    rivals: { type: 'string', default: '16' },
    clones: { type: 'string', default: '8' },
    writers: { type: 'string', default: '32' },
    linked: { type: 'string', default: '8' },
    operations: { type: 'string', default: '1000' },
    minutes: { type: 'string', default: '600' },
    kills: { type: 'string', default: '200' },
  },
});
const plan = {
  coord: join(root, 'bin/coord.js'),
  seed: Number(values.seed),
  claimants: Number(values.claimants),
  tasks: Number(values.tasks),
  rivals: Math.min(Number(values.rivals), Number(values.claimants)),
  writers: Number(values.writers),
  linked: Number(values.linked),
  operations: Number(values.operations),
  minutes: Number(values.minutes),
  kills: Number(values.kills),
};
const clones = Number(values.clones);

/** @type {Record<string, { title: string, run: (place: string) => Promise<Figures> }>} */
const RACES = {
  claims: { title: `${plan.claimants} processes claim the same ${plan.tasks} tasks`, run: (place) => raceForClaims(place, plan) },
  'shared-claims': { title: `${plan.claimants} processes in ${clones} clones claim the same ${plan.tasks} tasks`, run: (place) => raceForClaims(place, { ...plan, clones }) },
  writers: { title: `${plan.writers} write in one work tree and ${plan.linked} in linked ones`, run: (place) => raceWriters(place, plan) },
  mixed: { title: `${plan.writers} do everything in one work tree`, run: (place) => raceMixed(place, { ...plan, workers: plan.writers, clones: 0 }) },
  'shared-mixed': { title: `${clones} clones do everything`, run: (place) => raceMixed(place, { ...plan, workers: clones, clones }) },
  kills: { title: 'coord killed at random moments', run: (place) => killWriters(place, plan) },
  'kills-with-git': { title: 'coord and the git it runs killed at random moments', run: (place) => killWriters(place, { ...plan, group: true }) },
  'shared-kills': { title: 'coord killed at random moments in a clone that shares its claims', run: (place) => killWriters(place, { ...plan, shared: true }) },
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
