/** Any tasks, and any graphs of them. */
import * as fc from 'fast-check';
import { KINDS, PRIORITIES, STATUSES } from '../../src/core/model.ts';
import type { Blocker, Config, Task } from '../../src/core/model.ts';
import { buildTaskGraph } from '../../src/core/graph/task-graph.ts';
import type { TaskGraph } from '../../src/core/graph/task-graph.ts';
import { makeBlocker, makeTask } from './records.ts';

const idOf = (index: number): string => `T-${index}`;

const fields = fc.record({
  priority: fc.constantFrom(...PRIORITIES),
  kind: fc.constantFrom('task' as const, ...KINDS),
  status: fc.constantFrom('todo' as const, 'todo' as const, ...STATUSES),
  progress: fc.option(fc.integer({ min: 0, max: 100 })),
  estimate: fc.option(fc.integer({ min: 0, max: 5 }).map((hours) => hours * 60)),
  phase: fc.option(fc.constantFrom('one', 'two', 'three', 'other'), { freq: 2 }),
  deadline: fc.option(fc.constantFrom('2025-08-12', '2025-08-13', '2025-08-12T10:00:00Z')),
});

/** `acyclic`: each waits only for tasks before it. Names of tasks that do not exist occur unless `complete`. */
export function arbitraryTasks(shape: { readonly acyclic?: true; readonly complete?: true; readonly most?: number } = {}): fc.Arbitrary<Task[]> {
  return fc.integer({ min: 0, max: shape.most ?? 12 }).chain((count) => {
    const others = (index: number): number => (shape.acyclic ? index : count) + (shape.complete ? 0 : 1);
    const dependencies = (index: number) => (others(index) === 0 ? fc.constant([]) : fc.array(fc.nat(others(index) - 1), { maxLength: 3 }));
    const missing = (index: number, to: number): string => (shape.complete || to < others(index) - 1 ? idOf(to) : 'T-nowhere');
    const tasks = Array.from({ length: count }, (_, index) =>
      fc.tuple(fields, dependencies(index)).map(([given, waits]) => makeTask({ id: idOf(index), ...given, dependencies: waits.map((to) => missing(index, to)) })),
    );
    return fc.tuple(...tasks);
  });
}

export function arbitraryGraph(shape: Parameters<typeof arbitraryTasks>[0] = {}): fc.Arbitrary<TaskGraph> {
  return arbitraryTasks(shape).map((tasks) => buildTaskGraph(tasks));
}

/** Phases with and without gates, some of them tasks that exist. */
export const arbitraryPhases: fc.Arbitrary<Config> = fc
  .uniqueArray(fc.record({ id: fc.constantFrom('one', 'two', 'three'), mode: fc.constantFrom('parallel' as const, 'sequential' as const), gate: fc.option(fc.constantFrom('T-0', 't-1', 'T-2', 'T-nowhere')) }), { selector: ({ id }) => id })
  .map((phases) => ({ protocol: 1, phases }));

export const arbitraryBlockers: fc.Arbitrary<Blocker[]> = fc.array(
  fc.record({ task: fc.constantFrom('T-0', 't-3', 'T-5'), resolved: fc.option(fc.constant('2025-08-12')) }).map((given) => makeBlocker(given)),
  { maxLength: 3 },
);
