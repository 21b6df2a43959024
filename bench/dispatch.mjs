/**
 * node bench/dispatch.mjs [--template] [--kills 50] [--seed N]
 * The dispatcher killed (SIGKILL) at random moments: all tasks done once, in order, merged, nothing left behind.
 * With --template in the workspace of the template workstreams, else in one of four agents.
 * Ends with exit code 1 when anything was lost or done twice.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/setup.mjs';
import { killDispatcher } from './dispatch/kill-dispatch.mjs';

const { values } = parseArgs({ options: { seed: { type: 'string', default: String(Date.now() % 1_000_000) }, kills: { type: 'string', default: '50' }, template: { type: 'boolean', default: false } } });
const place = mkdtempSync(join(tmpdir(), 'coord-dispatch-'));
console.log(`Seed ${values.seed}: give it with --seed to run the same again.`);
const start = performance.now();
const { operations, killed, faults } = await killDispatcher(place, { coord: join(root, 'bin/coord.js'), seed: Number(values.seed), kills: Number(values.kills), isTemplate: values.template });
console.log(`${operations} tasks, dispatcher killed ${killed} times: ${faults.length === 0 ? 'no fault' : `${faults.length} faults`}, ${((performance.now() - start) / 1000).toFixed(0)} s`);
for (const fault of faults) console.log(`  ${fault}`);
if (faults.length === 0) rmSync(place, { recursive: true });
else console.log(`Kept for a look: ${place}`);
process.exitCode = faults.length === 0 ? 0 : 1;
