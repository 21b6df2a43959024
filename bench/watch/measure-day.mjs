/** Thousands of changes in groups, each group told before the next begins: what is lost or doubled, and what the watcher holds on to. */
import { setTimeout as pause } from 'node:timers/promises';
import { printTable, slope } from '../measure/figures.mjs';
import { openHandles, processorTime, residentSize } from '../measure/process-figures.mjs';
import { makeChanges } from './changes.mjs';
import { expected } from './expected.mjs';

/** @import { BenchWorkspace } from '../workspace/make.mjs' */
/** @import { Watcher } from './watcher.mjs' */

const GROUP = 100;
/** After a block it has kept what it saw, and is at rest. */
const REST_MILLISECONDS = 3000;

/**
 * @param {BenchWorkspace} workspace @param {Watcher} watcher
 * @param {{ readonly coord: string, readonly changes: number, readonly block: number, readonly random: () => number }} plan
 * @returns {Promise<number>} how many were lost, doubled or told without having happened
 */
export async function measureDay(workspace, watcher, { coord, changes, block, random }) {
  const day = makeChanges(workspace, coord, random);
  const sizes = /** @type {number[]} */ ([]);
  const rows = /** @type {string[][]} */ ([]);
  const faults = /** @type {string[]} */ ([]);
  let [done, events, last] = [0, 0, performance.now()];
  await watcher.quiet(REST_MILLISECONDS);
  watcher.take();
  while (done < changes) {
    const wanted = await day.group(GROUP);
    const ledger = expected(wanted);
    await watcher.until(() => ledger.hear(watcher.take()));
    faults.push(...ledger.faults());
    events += wanted.length;
    done += GROUP;
    if (done % block !== 0) continue;
    await pause(REST_MILLISECONDS);
    faults.push(...late(watcher));
    const { handles = NaN, watches = NaN } = openHandles(watcher.pid) ?? {};
    sizes.push(residentSize(watcher.pid, 'VmRSS') ?? NaN);
    rows.push([done, events, ((performance.now() - last) / 1000).toFixed(0), ((processorTime(watcher.pid) ?? NaN) / 1000).toFixed(0), sizes.at(-1)?.toFixed(0), handles, watches].map(String));
    last = performance.now();
    if (process.stderr.isTTY) console.error(`${done} changes`);
  }
  printTable(['changes', 'events', 'seconds', 'processor, seconds so far', 'MiB', 'handles', 'inotify watches'], rows);
  const halves = [sizes.slice(0, sizes.length >> 1), sizes.slice(sizes.length >> 1)].map((half) => Math.min(...half).toFixed(0));
  const later = sizes.slice(Math.floor(sizes.length / 4));
  console.log(`\nMemory goes up and down as garbage is collected: at least ${halves.join(' MiB in the first half, ')} in the second, at most ${residentSize(watcher.pid, 'VmHWM')?.toFixed(0) ?? '?'}; without the first quarter ${((slope(later) * 1024) / block).toFixed(2)} KiB more with each change.`);
  console.log(`Lost, doubled or never happened: ${faults.length} of ${events}.`);
  for (const fault of faults.slice(0, 10)) console.log(`  ${fault}`);
  return faults.length;
}

/** All was told before: what comes at rest is one too many. @param {Watcher} watcher */
function late(watcher) {
  const ledger = expected([]);
  ledger.hear(watcher.take());
  return ledger.faults();
}
