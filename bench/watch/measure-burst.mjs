/** Many files changed at once: each is told once, also when everything has been looked at again. */
import { setTimeout as pause } from 'node:timers/promises';
import { expected, keyOf } from './expected.mjs';
import { fileOf, saveTask } from './save.mjs';

/** @import { BenchWorkspace } from '../workspace/make.mjs' */
/** @import { Heard, Watcher } from './watcher.mjs' */

/** Longer than from one look at all files to the next. */
const RESCAN_MILLISECONDS = 35_000;
/** What was changed before is told by then. */
const QUIET_MILLISECONDS = 3000;

/** @param {BenchWorkspace} workspace @param {Watcher} watcher @param {number} files @returns {Promise<number>} how many were lost or doubled */
export async function measureBurst({ root, tasks }, watcher, files) {
  const changed = tasks.slice(0, files).map((task) => ({ ...task, notes: 'Changed together with many others.' }));
  const ledger = expected(changed.map((task) => keyOf('record.changed', fileOf(task))));
  await watcher.quiet(QUIET_MILLISECONDS);
  watcher.take();
  const began = performance.now();
  for (const task of changed) saveTask(root, task, 'in place');
  const written = performance.now();
  const all = /** @type {Heard[]} */ ([]);
  const hear = () => {
    const heard = watcher.take();
    all.push(...heard);
    return ledger.hear(heard);
  };
  await watcher.until(hear);
  const last = all.findLast(({ entry }) => entry.event === 'record.changed')?.at ?? Infinity;
  await pause(RESCAN_MILLISECONDS);
  hear();
  const faults = ledger.faults();
  console.log(`${files} files changed in ${seconds(written - began)} s; the last line came ${seconds(last - began)} s after the first save, ${seconds(last - written)} s after the last. Lost, doubled or never happened: ${faults.length}.`);
  for (const fault of faults.slice(0, 10)) console.log(`  ${fault}`);
  return faults.length;
}

const seconds = (/** @type {number} */ milliseconds) => (milliseconds / 1000).toFixed(2);
