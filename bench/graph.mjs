/** node bench/graph.mjs [--runs 5] [--edges 10000,100000,1000000]   Needs some memory: run it alone. */
import { parseArgs } from 'node:util';
import { chance } from './chance.mjs';
import { median, printTable } from './measure/figures.mjs';
import { loadSource } from './measure/load-source.mjs';

/** @import { Task } from '../src/core/model.ts' */
/** @import { TaskGraph } from '../src/core/graph/task-graph.ts' */

const { EMPTY_TASK } = /** @type {typeof import('../src/core/documents/empty-task.ts')} */ (await loadSource('src/core/documents/empty-task.ts'));
const { buildTaskGraph } = /** @type {typeof import('../src/core/graph/task-graph.ts')} */ (await loadSource('src/core/graph/task-graph.ts'));
const { findCycles } = /** @type {typeof import('../src/core/graph/cycles.ts')} */ (await loadSource('src/core/graph/cycles.ts'));
const { layersOf } = /** @type {typeof import('../src/core/graph/layers.ts')} */ (await loadSource('src/core/graph/layers.ts'));
const { criticalPath } = /** @type {typeof import('../src/core/graph/critical-path.ts')} */ (await loadSource('src/core/graph/critical-path.ts'));

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, edges: { type: 'string', default: '10000,100000,1000000' } } });
const runs = Number(values.runs);
const random = chance(7);

/**
 * What each task waits for, for a number of edges. All but the last are free of cycles.
 * @type {Record<string, (edges: number) => number[][]>}
 */
const SHAPES = {
  'random, 1.5 a task': (edges) => lists(Math.round(edges / 1.5), (at) => (at === 0 ? [] : Array.from({ length: at % 2 === 0 ? 1 : 2 }, () => Math.floor(random() * at)))),
  'one long chain': (edges) => lists(edges + 1, (at) => (at === 0 ? [] : [at - 1])),
  'all wait for one': (edges) => lists(edges + 1, (at) => (at === 0 ? [] : [0])),
  'one waits for all': (edges) => lists(edges + 1, (at) => (at === edges ? Array.from({ length: edges }, (_, other) => other) : [])),
  'rings of ten': (edges) => lists(edges, (at) => [at % 10 === 9 ? at - 9 : at + 1]),
  'one large ring': (edges) => lists(edges, (at) => [(at + 1) % edges]),
};

/** @type {string[][]} */
const rows = [];
for (const [shape, listsOf] of Object.entries(SHAPES)) {
  for (const edges of values.edges.split(',').map(Number)) rows.push(measure(shape, listsOf(edges)));
}
console.log(`Nanoseconds an edge, medians of ${runs}: flat columns mean linear time\n`);
printTable(['', 'tasks', 'edges', 'build', 'cycles', 'layers', 'critical path', 'all, ms', 'cycles found'], rows);

/** @param {string} shape @param {number[][]} dependencies */
function measure(shape, dependencies) {
  const tasks = dependencies.map(taskOf);
  const graph = buildTaskGraph(tasks);
  const edges = graph.dependencies.items.length;
  const steps = [() => buildTaskGraph(tasks), () => findCycles(graph), () => layersOf(graph), pathFinder(graph)];
  const times = steps.map(timed);
  const all = times.reduce((sum, time) => sum + time, 0);
  return [shape, tasks.length, edges, ...times.map((time) => ((time * 1e6) / edges).toFixed(0)), all.toFixed(1), findCycles(graph).length].map(String);
}

/** The layers it needs are measured by themselves. @param {TaskGraph} graph */
function pathFinder(graph) {
  const layers = layersOf(graph);
  return () => criticalPath(graph, layers);
}

/** @param {() => unknown} work @returns {number} milliseconds */
function timed(work) {
  const times = Array.from({ length: runs + 1 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return median(times.slice(1));
}

/** @param {number} count @param {(at: number) => number[]} waitsFor */
function lists(count, waitsFor) {
  return Array.from({ length: count }, (_, at) => waitsFor(at));
}

/** @param {readonly number[]} dependencies @param {number} at @returns {Task} */
function taskOf(dependencies, at) {
  const id = idOf(at);
  return {
    ...EMPTY_TASK,
    id,
    title: id,
    dependencies: dependencies.map((other) => ({ id: idOf(other), label: null })),
    estimate: 60 + (at % 7) * 30,
    place: { file: `deployment/tasks/${id}.yaml` },
  };
}

/** @param {number} at */
function idOf(at) {
  return `T-${String(at)}`;
}
