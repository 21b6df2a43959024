import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { components } from '../../../src/core/graph/components.ts';
import { criticalPath, minutesLeft, tailMinutes } from '../../../src/core/graph/critical-path.ts';
import { findCycles } from '../../../src/core/graph/cycles.ts';
import { layersOf } from '../../../src/core/graph/layers.ts';
import { openDependents } from '../../../src/core/graph/reach.ts';
import { buildTaskGraph, listOf, reversed } from '../../../src/core/graph/task-graph.ts';
import { isOpen } from '../../../src/core/model.ts';
import type { TaskGraph } from '../../../src/core/graph/task-graph.ts';
import { arbitraryGraph } from '../../support/arbitrary-tasks.ts';
import { runs } from '../../support/arbitrary-runs.ts';
import { makeTask } from '../../support/records.ts';

const waitsFor = (graph: TaskGraph, at: number): number[] => [...listOf(graph.dependencies, at)];
const positions = (graph: TaskGraph): number[] => graph.tasks.map((_, at) => at);
const isOpenAt = (graph: TaskGraph, at: number): boolean => graph.tasks.some((task, index) => index === at && isOpen(task));
const minutesAt = (graph: TaskGraph, at: number): number => graph.tasks.filter((_, index) => index === at).reduce((sum, task) => sum + minutesLeft(task), 0);

/** All that can be reached by one hop or more. */
function reachable(from: number, hops: (at: number) => readonly number[]): Set<number> {
  const seen = new Set<number>();
  const queue = [...hops(from)];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    queue.push(...hops(at));
  }
  return seen;
}

function check<T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void, usual = 300): void {
  const property = fc.property(arbitrary, (value) => {
    holds(value);
  });
  fc.assert(property, { numRuns: runs(usual) });
}

describe('the graph', () => {
  it('has each edge in both directions, as often as it is named', () => {
    check(arbitraryGraph(), (graph) => {
      const forward = positions(graph).flatMap((from) => waitsFor(graph, from).map((to) => `${from} ${to}`));
      const backward = positions(graph).flatMap((to) => [...listOf(graph.dependents, to)].map((from) => `${from} ${to}`));
      expect(backward.sort()).toEqual(forward.sort());
      expect(reversed(graph.dependents).starts).toEqual(graph.dependencies.starts);
      const named = graph.tasks.reduce((sum, task) => sum + task.dependencies.length, 0);
      expect(forward.length + graph.missing.length).toBe(named);
    });
  });

  it('keeps the first of ids that are equal ignoring case', () => {
    const graph = buildTaskGraph([makeTask({ id: 'A-1', title: 'first' }), makeTask({ id: 'a-1' }), makeTask({ id: 'B', dependencies: ['a-1'] })]);
    expect(graph.tasks.map(({ title }) => title)).toEqual(['first', 'Do B']);
    expect(waitsFor(graph, 1)).toEqual([0]);
  });
});

describe('layers', () => {
  it('respect every edge', () => {
    check(arbitraryGraph(), (graph) => {
      const { order, layer } = layersOf(graph);
      const rank = new Map([...order].map((at, index) => [at, index]));
      for (const at of order) {
        const below = waitsFor(graph, at);
        expect(below.every((other) => (rank.get(other) ?? Infinity) < (rank.get(at) ?? -1))).toBe(true);
        expect(layer[at]).toBe(Math.max(-1, ...below.map((other) => layer[other] ?? NaN)) + 1);
      }
    });
  });

  it('leave out exactly what is in or behind a cycle', () => {
    check(arbitraryGraph(), (graph) => {
      const below = (at: number): Set<number> => reachable(at, (other) => waitsFor(graph, other));
      const isCaught = (at: number): boolean => [at, ...below(at)].some((other) => below(other).has(other));
      const { order, layer } = layersOf(graph);
      expect([...order].sort((a, b) => a - b)).toEqual(positions(graph).filter((at) => !isCaught(at)));
      expect(positions(graph).filter((at) => layer[at] === -1)).toEqual(positions(graph).filter(isCaught));
    });
  });
});

describe('components', () => {
  it('are those of tasks that reach each other', () => {
    check(arbitraryGraph(), (graph) => {
      const reach = positions(graph).map((at) => reachable(at, (other) => waitsFor(graph, other)));
      const { group, groups } = components(graph.dependencies);
      for (const one of positions(graph)) {
        for (const other of positions(graph)) {
          const together = one === other || (reach[one]?.has(other) === true && reach[other]?.has(one) === true);
          expect(group[one] === group[other]).toBe(together);
        }
      }
      expect(groups.flatMap((members, index) => members.map((at) => group[at] === index))).toEqual(positions(graph).map(() => true));
    });
  });

  it('come after all that they wait for', () => {
    check(arbitraryGraph(), (graph) => {
      const { group } = components(graph.dependencies);
      for (const at of positions(graph)) for (const other of waitsFor(graph, at)) expect(group[other]).toBeLessThanOrEqual(group[at] ?? -1);
    });
  });
});

describe('cycles', () => {
  it('are circles of edges, each task once', () => {
    check(arbitraryGraph({ complete: true }), (graph) => {
      for (const cycle of findCycles(graph)) {
        expect(new Set(cycle).size).toBe(cycle.length);
        cycle.forEach((at, index) => expect(waitsFor(graph, at)).toContain(cycle[(index + 1) % cycle.length]));
      }
    });
  });

  it('are found in every graph that has one, one a group, and in no other', () => {
    check(arbitraryGraph(), (graph) => {
      const inCycle = positions(graph).filter((at) => reachable(at, (other) => waitsFor(graph, other)).has(at));
      const { group } = components(graph.dependencies);
      expect(findCycles(graph).map(([at]) => group[at ?? -1]).sort()).toEqual([...new Set(inCycle.map((at) => group[at]))].sort());
    });
    check(arbitraryGraph({ acyclic: true, complete: true }), (graph) => expect(findCycles(graph)).toEqual([]));
  });
});

describe('how many wait', () => {
  it('counts for each open task once each open one that waits through open ones, outside of cycles', () => {
    check(arbitraryGraph({ most: 20 }), (graph) => {
      const layers = layersOf(graph);
      const sound = new Set(layers.order);
      const above = (at: number): number[] => [...listOf(graph.dependents, at)].filter((other) => sound.has(other) && isOpenAt(graph, other));
      expect([...openDependents(graph, layers)]).toEqual(positions(graph).map((at) => (sound.has(at) && isOpenAt(graph, at) ? reachable(at, above).size : 0)));
    });
  });

  it('is exact beyond a thousand', () => {
    const chain = Array.from({ length: 2500 }, (_, index) => makeTask({ id: `T${index}`, dependencies: index === 0 ? [] : [`T${index - 1}`] }));
    for (const tasks of [chain, chain.toReversed()]) {
      const graph = buildTaskGraph(tasks);
      const counts = openDependents(graph, layersOf(graph));
      expect(tasks.map(({ id }) => counts[graph.byId.get(id.toLowerCase()) ?? -1])).toEqual(tasks.map(({ id }) => 2499 - Number(id.slice(1))));
    }
  });
});

describe('the critical path', () => {
  /** Every chain of open tasks, each waiting for the one before. */
  function longest(graph: TaskGraph, from: number, sound: ReadonlySet<number>): number {
    const next = [...listOf(graph.dependents, from)].filter((other) => sound.has(other) && isOpenAt(graph, other));
    return minutesAt(graph, from) + Math.max(0, ...next.map((other) => longest(graph, other, sound)));
  }

  it('is the longest chain of open tasks', () => {
    check(arbitraryGraph({ most: 10 }), (graph) => {
      const layers = layersOf(graph);
      const sound = new Set(layers.order);
      const open = [...layers.order].filter((at) => isOpenAt(graph, at));
      const { path, minutes } = criticalPath(graph, layers);
      expect(minutes).toBeCloseTo(Math.max(0, ...open.map((at) => longest(graph, at, sound))), 6);
      expect(path.reduce((sum, at) => sum + minutesAt(graph, at), 0)).toBeCloseTo(minutes, 6);
      expect(path.every((at) => isOpenAt(graph, at))).toBe(true);
      path.slice(1).forEach((at, index) => expect(waitsFor(graph, at)).toContain(path[index]));
      expect(path.length > 0).toBe(open.length > 0);
    });
  });

  it('leaves for each task what comes after it', () => {
    check(arbitraryGraph({ most: 10 }), (graph) => {
      const layers = layersOf(graph);
      const sound = new Set(layers.order);
      const tail = tailMinutes(graph, layers);
      for (const at of layers.order) expect(tail[at]).toBeCloseTo(longest(graph, at, sound) - minutesAt(graph, at), 6);
    });
  });
});
