/** node bench/plan.mjs [--runs 5] [--tasks 1000,10000,100000]   How long planning takes, and how far its plans are from the best. */
import { performance } from 'node:perf_hooks';
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { chance } from './chance.mjs';
import { median, printTable } from './measure/figures.mjs';
import { loadSource } from './measure/load-source.mjs';

/** @import { Task } from '../src/core/model.ts' */

const { createProject } = /** @type {typeof import('../src/core/schedule/plan/create-project.ts')} */ (await loadSource('src/core/schedule/plan/create-project.ts'));
const { makePlan } = /** @type {typeof import('../src/core/schedule/plan/make-plan.ts')} */ (await loadSource('src/core/schedule/plan/make-plan.ts'));
const { level } = /** @type {typeof import('../src/core/schedule/plan/level.ts')} */ (await loadSource('src/core/schedule/plan/level.ts'));
const { buildTaskGraph } = /** @type {typeof import('../src/core/graph/task-graph.ts')} */ (await loadSource('src/core/graph/task-graph.ts'));
const { EMPTY_TASK } = /** @type {typeof import('../src/core/documents/empty-task.ts')} */ (await loadSource('src/core/documents/empty-task.ts'));

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, tasks: { type: 'string', default: '1000,10000,100000' } } });
const runs = Number(values.runs);
let random = chance(11);
const whole = (/** @type {number} */ least, /** @type {number} */ most) => least + Math.floor(random() * (most - least + 1));

const floor = median(Array.from({ length: 9 }, () => timed(() => spawnSync(process.execPath, ['-e', '0']))));
console.log(`Planning in memory, medians of ${runs}; one floor is node -e 0 (${floor.toFixed(0)} ms)\n`);
printTable(['tasks', 'ms', 'floors', 'microseconds a task'], values.tasks.split(',').map(Number).map(speedOf));

console.log('\nPlans whose shortest end is known, as they were cut out of days without a gap; 20 of each kind\n');
/** @type {readonly (readonly [kind: string, agents: number, each: number, waits: number, anyone: number, files: number])[]} */
const KINDS = [
  ['3 agents, 15 tasks', 3, 5, 1, 0, 0],
  ['3 agents, 24 tasks', 3, 8, 2, 0, 0],
  ['4 agents, 40 tasks', 4, 10, 2, 0, 0],
  ['5 agents, 100 tasks', 5, 20, 2, 0, 0],
  ['8 agents, 400 tasks', 8, 50, 4, 0, 0],
  ['4 agents, 40 tasks, all for anyone', 4, 10, 2, 1, 0],
  ['4 agents, 40 tasks, half for anyone', 4, 10, 2, 0.5, 0],
  ['8 agents, 400 tasks, all for anyone', 8, 50, 3, 1, 0],
  ['5 agents, 100 tasks, half for anyone, 1 file shared', 5, 20, 2, 0.5, 1],
  ['5 agents, 100 tasks, 2 files shared without a gap', 5, 20, 4, 0, 2],
];
random = chance(11); // The same plans, whatever sizes were timed.
const gaps = KINDS.map(([kind, agents, each, waits, anyone, files]) => ({ kind, gaps: Array.from({ length: 20 }, () => gapOf(agents, each, waits, anyone, files)) }));
const mean = (/** @type {number[]} */ list) => list.reduce((sum, one) => sum + one, 0) / list.length;
const percent = (/** @type {number} */ share) => `${(100 * share).toFixed(2)} %`;
printTable(['', 'mean gap', 'largest', 'none'], [
  ...gaps.map(({ kind, gaps: list }) => [kind, percent(mean(list)), percent(Math.max(...list)), `${String(list.filter((gap) => gap === 0).length)} of 20`]),
  ['all', percent(mean(gaps.flatMap(({ gaps: list }) => list))), '', ''],
]);

/** @param {number} count @returns {string[]} */
function speedOf(count) {
  const tasks = Array.from({ length: count }, (_, at) => taskOf(at, { estimate: whole(1, 16) * 30, margin: at % 3 === 0 ? 15 : 0, agent: `a${at % 8}`, files: [`src/m${at % 997}/f${at}.ts`], waits: at === 0 ? [] : [whole(Math.max(0, at - 400), at - 1)] }));
  const source = sourceOf(tasks, 8, 'mon-fri 09:00-17:00');
  const time = median(Array.from({ length: runs }, () => timed(() => makePlan(source))));
  return [String(count), time.toFixed(0), (time / floor).toFixed(1), ((1000 * time) / count).toFixed(1)];
}

/** By how much longer a plan is than the shortest: agents work without a gap, what waits was cut out later. @param {number} agents @param {number} each @param {number} waits @param {number} anyone @param {number} files */
function gapOf(agents, each, waits, anyone, files) {
  const length = each * 10;
  const pieces = Array.from({ length: agents }, (_, agent) => cutUp(length, each).map(([from, to]) => ({ agent, from, to }))).flat().sort((one, other) => one.from - other.from);
  const tasks = pieces.map(({ agent, from, to }, at) => {
    const earlier = Array.from({ length: waits }, () => whole(0, pieces.length - 1)).filter((other) => (pieces[other]?.to ?? Infinity) <= from);
    return taskOf(at, { estimate: to - from, margin: 0, agent: random() < anyone ? null : `a${agent}`, files: [], waits: [...new Set(earlier)] });
  });
  for (let file = 0; file < files; file++) {
    let free = 0;
    pieces.forEach(({ from, to }, at) => {
      if (from < free || random() < 0.5) return;
      tasks[at] = { .../** @type {Task} */ (tasks[at]), files: [...(tasks[at]?.files ?? []), `shared-${file}/**`] };
      free = to;
    });
  }
  const { project } = createProject(sourceOf(tasks, agents, '24/7'));
  return level(project).finish / (length * 60_000) - 1;
}

/** @param {number} length @param {number} count @returns {(readonly [number, number])[]} */
function cutUp(length, count) {
  const cuts = new Set([0, length]);
  while (cuts.size < count + 1) cuts.add(whole(1, length - 1));
  const sorted = [...cuts].sort((one, other) => one - other);
  return sorted.slice(1).map((to, at) => /** @type {const} */ ([sorted[at] ?? 0, to]));
}

/** @param {number} at @param {{ estimate: number, margin: number, agent: string | null, files: string[], waits: number[] }} fields @returns {Task} */
function taskOf(at, { waits, ...fields }) {
  return { ...EMPTY_TASK, id: `T-${at}`, title: `T-${at}`, ...fields, dependencies: waits.map((other) => ({ id: `T-${other}`, label: null })), place: { file: 'deployment/tasks/t.yaml' } };
}

/** @param {Task[]} tasks @param {number} agents @param {string} hours */
function sourceOf(tasks, agents, hours) {
  const none = { briefs: [], handoffs: [], blockers: [], decisions: [], feedback: [], status: [] };
  const team = Array.from({ length: agents }, (_, at) => ({ id: `a${at}`, name: `a${at}`, aliases: [], role: null, focus: null, owns: [], branch: null, needs: [], channel: null, lead: null, more: { hours }, place: { file: 'deployment/coord.yaml' } }));
  const workspace = { folder: 'deployment', config: { protocol: 1 }, configBroken: false, brokenVerifiers: [], agents: team, tasks, ...none };
  return { workspace, graph: buildTaskGraph(tasks), underway: new Map(), start: 0 };
}

/** @param {() => unknown} work @returns {number} milliseconds */
function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}
