import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layersOf } from '../../../src/core/graph/layers.ts';
import { isOpen } from '../../../src/core/model.ts';
import type { Blocker, Config, Task } from '../../../src/core/model.ts';
import { readinessOf } from '../../../src/core/schedule/readiness.ts';
import type { Hold } from '../../../src/core/schedule/readiness.ts';
import { arbitraryBlockers, arbitraryPhases, arbitraryTasks } from '../../support/arbitrary-tasks.ts';
import { runs } from '../../support/arbitrary-runs.ts';
import { makeBlocker, makeTask, makeWorkspace } from '../../support/records.ts';

/** Why each open task may not start, by id; satisfied ones as null. */
function holdsById(tasks: readonly Task[], config: Config = {}, blockers: readonly Blocker[] = []): Record<string, readonly Hold[] | null> {
  const { workspace, graph } = makeWorkspace({ tasks, config, blockers });
  const readiness = readinessOf(workspace, graph, layersOf(graph));
  return Object.fromEntries(graph.tasks.map(({ id }, at) => [id, readiness.satisfied[at] === 1 ? null : readiness.holds(at)]));
}

const whys = (holds: readonly Hold[] | null | undefined): string[] => (holds ?? []).map(({ why }) => why);

describe('readiness', () => {
  it('does not depend on the order of tasks and files', () => {
    const situation = arbitraryTasks().chain((tasks) => fc.tuple(fc.constant(tasks), fc.shuffledSubarray(tasks, { minLength: tasks.length }), arbitraryPhases, arbitraryBlockers));
    const property = fc.property(situation, ([tasks, shuffled, config, blockers]) => {
      expect(holdsById(shuffled, config, blockers.toReversed())).toEqual(holdsById(tasks, config, blockers));
    });
    fc.assert(property, { numRuns: runs(300) });
  });

  it('opens a task only when all it waits for is there and done', () => {
    const property = fc.property(arbitraryTasks(), arbitraryPhases, arbitraryBlockers, (tasks, config, blockers) => {
      const holds = holdsById(tasks, config, blockers);
      for (const task of tasks.filter(isOpen)) {
        const isReady = holds[task.id]?.length === 0;
        const isFree = task.dependencies.every(({ id }) => holds[id] === null);
        const isBlocked = blockers.some((blocker) => blocker.task.toLowerCase() === task.id.toLowerCase() && blocker.resolved === null);
        if (isReady) expect(isFree && !isBlocked && task.status !== 'review' && task.kind !== 'milestone').toBe(true);
      }
    });
    fc.assert(property, { numRuns: runs(300) });
  });

  it('never counts on an id that stands twice, whichever stands first', () => {
    const two = [makeTask({ id: 'A', status: 'done' }), makeTask({ id: 'a' })];
    const next = makeTask({ id: 'B', dependencies: ['A'] });
    for (const tasks of [[...two, next], [...two.toReversed(), next]]) {
      const holds = holdsById(tasks);
      expect(whys(holds['A'] ?? holds['a'])).toContain('ambiguous');
      expect(whys(holds['B'])).toEqual(['waits-for']);
    }
  });

  it.each<readonly [string, Partial<Task>, readonly string[]]>([
    ['nothing', {}, []],
    ['a done dependency', { dependencies: [{ id: 'DONE', label: null }] }, []],
    ['a cancelled one', { dependencies: [{ id: 'gone', label: null }] }, []],
    ['an open one', { dependencies: [{ id: 'OPEN', label: null }] }, ['waits-for']],
    ['one that does not exist', { dependencies: [{ id: 'NONE', label: null }] }, ['missing']],
    ['itself', { dependencies: [{ id: 'T', label: null }] }, ['cycle', 'waits-for']],
    ['a reached milestone', { dependencies: [{ id: 'REACHED', label: null }] }, []],
    ['a milestone without dependencies', { dependencies: [{ id: 'BARE', label: null }] }, ['waits-for']],
    ['a milestone that lacks one', { dependencies: [{ id: 'LACKING', label: null }] }, ['waits-for']],
    ['a closed phase', { phase: 'two' }, ['phase']],
    ['the first phase', { phase: 'one' }, []],
    ['a phase that is not in the plan', { phase: 'other' }, []],
    ['review', { status: 'review' }, ['review']],
  ])('says why a task waits for %s', (_, fields, expected) => {
    const others = [
      makeTask({ id: 'DONE', status: 'done' }),
      makeTask({ id: 'GONE', status: 'cancelled' }),
      makeTask({ id: 'OPEN' }),
      makeTask({ id: 'REACHED', kind: 'milestone', dependencies: ['DONE', 'GONE'] }),
      makeTask({ id: 'BARE', kind: 'milestone' }),
      makeTask({ id: 'LACKING', kind: 'milestone', dependencies: ['DONE', 'NONE'] }),
      makeTask({ id: 'GATE', kind: 'gate', phase: 'two' }),
    ];
    const config: Config = { phases: [{ id: 'one', gate: 'gate' }, { id: 'two' }] };
    const holds = holdsById([makeTask({ id: 'T', ...fields }), ...others], config, [makeBlocker({ task: 'OPEN', resolved: '2025-08-12' })]);
    expect(whys(holds['T'])).toEqual(expected);
    expect(whys(holds['GATE'])).toEqual([]);
  });
});
