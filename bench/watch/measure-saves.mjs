/** From a file's save to the line that tells it: coord and chokidar by turns, in blocks by chance, the other one stopped meanwhile. */
import { setTimeout as pause } from 'node:timers/promises';
import { median, printTable, quantile } from '../measure/figures.mjs';
import { processorTime } from '../measure/process-figures.mjs';
import { fileOf, saveTask } from './save.mjs';

/** @import { BenchWorkspace } from '../workspace/make.mjs' */
/** @import { PlannedTask } from '../workspace/plan-tasks.mjs' */
/** @import { Way } from './save.mjs' */
/** @import { Entry, Watcher } from './watcher.mjs' */
/** @typedef {{ readonly name: 'coord' | 'chokidar', readonly watcher: Watcher, readonly events: readonly string[] }} Contender */

const BLOCK = 20;
/** What came while it was stopped is told by then. */
const QUIET_MILLISECONDS = 1500;
/** A save meets whatever else it is doing at the moment. */
const BETWEEN_MILLISECONDS = 100;
const MEDIAN_BUDGET = 1.5;
const P99_BUDGET = 3;
const WAYS = /** @type {const} */ (['in place', 'by rename']);

/**
 * @param {BenchWorkspace} workspace @param {readonly Watcher[]} watchers coord's and chokidar's
 * @param {number} saves of each kind, in blocks of 20; what is done by them is no longer free
 * @param {() => number} random @returns {Promise<number>} how many were never told
 */
export async function measureSaves(workspace, [coord, chokidar], saves, random) {
  if (coord === undefined || chokidar === undefined) throw new Error('Two are compared.');
  const contenders = /** @type {const} */ ([
    { name: 'chokidar', watcher: chokidar, events: ['change'] },
    { name: 'coord', watcher: coord, events: ['record.changed', 'task.done'] },
  ]);
  const blocks = contenders.flatMap((contender) => WAYS.flatMap((way) => Array.from({ length: Math.ceil(saves / BLOCK) }, () => ({ contender, way, chance: random() }))));
  blocks.sort((one, other) => one.chance - other.chance);
  const { root, free } = workspace;
  if (free.length < blocks.length * BLOCK) throw new Error(`Only ${free.length} tasks can be done: ask for fewer --saves or more --tasks.`);
  const times = /** @type {Map<string, number[]>} */ (new Map());
  const processors = new Map(contenders.map(({ name }) => [name, 0]));
  for (const { contender, way } of blocks) {
    const { name, watcher } = contender;
    for (const other of contenders) if (other !== contender) other.watcher.stop();
    watcher.goOn();
    await watcher.quiet(QUIET_MILLISECONDS);
    const before = processorTime(watcher.pid) ?? NaN;
    for (const task of free.splice(0, BLOCK)) await oneSave(root, task, way, contender, times, random);
    processors.set(name, (processors.get(name) ?? 0) + (processorTime(watcher.pid) ?? NaN) - before);
  }
  for (const { watcher } of contenders) watcher.goOn();
  return print(times, processors, (blocks.length / 2) * BLOCK);
}

/** @param {string} root @param {PlannedTask} task @param {Way} way @param {Contender} contender @param {Map<string, number[]>} times @param {() => number} random */
async function oneSave(root, task, way, { name, watcher, events }, times, random) {
  await pause(random() * BETWEEN_MILLISECONDS);
  watcher.take();
  const began = saveTask(root, doneToday(task), way);
  const isOf = (/** @type {string} */ event) => (/** @type {{ readonly entry: Entry }} */ { entry }) => entry.event === event && (entry.file === fileOf(task) || entry.task === task.id);
  await watcher.until((heard) => events.every((event) => heard.some(isOf(event))));
  const heard = watcher.take();
  for (const event of events) {
    const key = `${name} ${event}, ${way}`;
    times.set(key, [...(times.get(key) ?? []), (heard.find(isOf(event))?.at ?? Infinity) - began]);
  }
}

/** @param {PlannedTask} task @returns {PlannedTask} */
function doneToday(task) {
  const today = new Date().toISOString().slice(0, 10);
  return { ...task, status: 'done', progress: 100, started: today, completed: today, proof: null };
}

/** @param {Map<string, number[]>} times @param {Map<string, number>} processors @param {number} saves of each contender */
function print(times, processors, saves) {
  const rows = [...times].sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, values]) => {
    const peer = times.get(`chokidar change, ${key.split(', ')[1] ?? ''}`) ?? [];
    const ratio = (/** @type {number} */ share) => (quantile(values, share) / quantile(peer, share)).toFixed(2);
    const figures = [Math.min(...values), median(values), quantile(values, 0.99), Math.max(...values)].map((value) => value.toFixed(1));
    return [key, String(values.length), ...figures, ...(values === peer ? ['', ''] : [ratio(0.5), ratio(0.99)])];
  });
  printTable(['', 'saves', 'min ms', 'median ms', 'p99 ms', 'max ms', 'median, ratio', 'p99, ratio'], rows);
  const perSave = [...processors].map(([name, milliseconds]) => `${name} ${(milliseconds / saves).toFixed(1)}`);
  console.log(`\nBudget of record.changed: ${MEDIAN_BUDGET} of the median, ${P99_BUDGET} of the p99. Milliseconds of processors for a save: ${perSave.join(', ')}.`);
  const lost = [...times.values()].flat().filter((time) => time === Infinity).length;
  if (lost > 0) console.log(`Never told: ${lost}.`);
  return lost;
}
