import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tailMinutes } from '../../../src/core/graph/critical-path.ts';
import { layersOf } from '../../../src/core/graph/layers.ts';
import { isOpen } from '../../../src/core/model.ts';
import type { Config, Task } from '../../../src/core/model.ts';
import { byRank } from '../../../src/core/schedule/ranking.ts';
import { readinessOf } from '../../../src/core/schedule/readiness.ts';
import { sortOpen } from '../../../src/core/schedule/sort-open.ts';
import { arbitraryPhases, arbitraryTasks } from '../../support/arbitrary-tasks.ts';
import { runs } from '../../support/arbitrary-runs.ts';
import { makeTask, makeWorkspace } from '../../support/records.ts';

function sorted(tasks: readonly Task[], config: Config) {
  const { workspace, graph } = makeWorkspace({ tasks, config });
  const layers = layersOf(graph);
  const readiness = readinessOf(workspace, graph, layers);
  return { graph, readiness, ...sortOpen(readiness, config, tailMinutes(graph, layers)) };
}

describe('open tasks', () => {
  it('are each ready or held back, never both, never neither', () => {
    const property = fc.property(arbitraryTasks(), arbitraryPhases, (tasks, config) => {
      const { graph, readiness, ready, heldBack } = sorted(tasks, config);
      const open = graph.tasks.flatMap((task, at) => (isOpen(task) && readiness.satisfied[at] !== 1 ? [at] : []));
      expect([...ready.map(({ position }) => position), ...heldBack.keys()].sort((a, b) => a - b)).toEqual(open);
      expect([...heldBack.values()].every((holds) => holds.length > 0)).toBe(true);
      expect([...ready].sort(byRank)).toEqual(ready);
    });
    fc.assert(property, { numRuns: runs(300) });
  });

  it('come in the same order however files are ordered', () => {
    const situation = arbitraryTasks().chain((tasks) => fc.tuple(fc.constant(tasks), fc.shuffledSubarray(tasks, { minLength: tasks.length }), arbitraryPhases));
    const property = fc.property(situation, ([tasks, shuffled, config]) => {
      const ids = (list: readonly Task[]): string[] => sorted(list, config).ready.map(({ task }) => task.id);
      expect(ids(shuffled)).toEqual(ids(tasks));
    });
    fc.assert(property, { numRuns: runs(300) });
  });

  it('take turns in a sequential phase: the first by rank, unless one is started', () => {
    const config: Config = { phases: [{ id: 'one', mode: 'sequential' }] };
    const tasks = [makeTask({ id: 'A', phase: 'one' }), makeTask({ id: 'B', phase: 'one', priority: 'high' }), makeTask({ id: 'C' })];
    const first = sorted(tasks, config);
    expect(first.ready.map(({ task }) => task.id)).toEqual(['B', 'C']);
    expect([...first.heldBack.values()]).toEqual([[{ why: 'turn', phase: 'one', first: 'B' }]]);
    const started = sorted(tasks.map((task) => (task.id === 'A' ? { ...task, status: 'in_progress' as const } : task)), config);
    expect(started.ready.map(({ task }) => task.id)).toEqual(['A', 'C']);
  });
});
