import { describe, expect, it } from 'vitest';
import { findDeadlinesBeforeDependency } from '../../../src/core/policy/deadline-before-dependency.ts';
import { findDependencyCycles } from '../../../src/core/policy/dependency-cycle.ts';
import { findDoneBeforeDependency } from '../../../src/core/policy/done-before-dependency.ts';
import { findDuplicateIds } from '../../../src/core/policy/duplicate-id.ts';
import { findMissingDependencies } from '../../../src/core/policy/missing-dependency.ts';
import { findSelfDependencies } from '../../../src/core/policy/self-dependency.ts';
import type { Workspace } from '../../../src/core/documents/workspace.ts';
import type { TaskGraph } from '../../../src/core/graph/task-graph.ts';
import type { Task } from '../../../src/core/model.ts';
import type { Problem } from '../../../src/core/problem/problem.ts';
import { makeTask, makeWorkspace } from '../../support/records.ts';

const facts = (rule: (workspace: Workspace, graph: TaskGraph) => readonly Problem[], tasks: readonly Task[], config: Workspace['config'] = {}) => {
  const { workspace, graph } = makeWorkspace({ tasks, config });
  return rule(workspace, graph).map((found) => found.facts);
};

describe('duplicate-id', () => {
  it('finds a second record of an id, ignoring case, and says where the first is', () => {
    const [first, second] = [makeTask({ id: 'API-001' }), makeTask({ id: 'api-001', place: { file: 'deployment/tasks/q.yaml', pointer: ['task_queue', 'high_priority', 2] } })];
    const { workspace, graph } = makeWorkspace({ tasks: [first, makeTask({ id: 'API-002' }), second] });
    expect(findDuplicateIds(workspace, graph)).toEqual([
      {
        code: 'duplicate-id',
        place: { file: 'deployment/tasks/q.yaml', pointer: ['task_queue', 'high_priority', 2, 'id'] },
        facts: { id: 'api-001', first: { file: 'deployment/tasks/API-001.yaml', pointer: ['id'] } },
      },
    ]);
  });
});

describe('missing-dependency', () => {
  it('names the dependency, the place that asks for it, and the nearest id', () => {
    const { workspace, graph } = makeWorkspace({ tasks: [makeTask({ id: 'AUTH-001' }), makeTask({ id: 'MOB-001', dependencies: ['AUTH-001', 'AUTH-01', 'zzz'] })] });
    expect(findMissingDependencies(workspace, graph)).toEqual([
      { code: 'missing-dependency', place: { file: 'deployment/tasks/MOB-001.yaml', pointer: ['dependencies', 1, 'id'] }, facts: { id: 'MOB-001', dependency: 'AUTH-01', nearest: 'AUTH-001' } },
      { code: 'missing-dependency', place: { file: 'deployment/tasks/MOB-001.yaml', pointer: ['dependencies', 2, 'id'] }, facts: { id: 'MOB-001', dependency: 'zzz', nearest: null } },
    ]);
  });

  it('is content with a dependency written in another case', () => {
    expect(facts(findMissingDependencies, [makeTask({ id: 'A-1' }), makeTask({ id: 'B-1', dependencies: ['a-1'] })])).toEqual([]);
  });

  it('reports every one of very many, with suggestions for the first hundred names', () => {
    const tasks = [makeTask({ id: 'known-0' }), makeTask({ id: 'many', dependencies: Array.from({ length: 150 }, (_, index) => `known-${String(index)}x`) })];
    const found = facts(findMissingDependencies, tasks) as { nearest: string | null }[];
    expect(found).toHaveLength(150);
    expect(found.filter(({ nearest }) => nearest === 'known-0').length).toBeGreaterThan(0);
    expect(found.slice(100).every(({ nearest }) => nearest === null)).toBe(true);
  });
});

describe('self-dependency', () => {
  it.each([
    ['itself', ['A-1'], [{ id: 'A-1' }]],
    ['itself in another case', ['B-1', 'a-1'], [{ id: 'A-1' }]],
    ['others', ['B-1'], []],
  ])('a task that waits for %s', (_, dependencies, expected) => {
    expect(facts(findSelfDependencies, [makeTask({ id: 'A-1', dependencies })])).toEqual(expected);
  });
});

describe('dependency-cycle', () => {
  it('goes round hop by hop, with the place of each, from the task that stands first', () => {
    const tasks = [makeTask({ id: 'C', dependencies: ['A'] }), makeTask({ id: 'A', dependencies: ['X', 'B'] }), makeTask({ id: 'B', dependencies: ['C'] }), makeTask({ id: 'X' })];
    const { workspace, graph } = makeWorkspace({ tasks });
    const place = (id: string, index: number) => ({ file: `deployment/tasks/${id}.yaml`, pointer: ['dependencies', index, 'id'] });
    expect(findDependencyCycles(workspace, graph)).toEqual([
      { code: 'dependency-cycle', place: place('C', 0), facts: { hops: ['C', 'A', 'B', 'C'], places: [place('C', 0), place('A', 1), place('B', 0)] } },
    ]);
  });

  it('leaves a task that waits for itself to its own problem', () => {
    expect(facts(findDependencyCycles, [makeTask({ id: 'A', dependencies: ['A'] })])).toEqual([]);
  });
});

describe('done-before-dependency', () => {
  it.each([
    ['todo', [{ id: 'B', dependency: 'A', status: 'todo' }]],
    ['in_progress', [{ id: 'B', dependency: 'A', status: 'in_progress' }]],
    ['review', [{ id: 'B', dependency: 'A', status: 'review' }]],
    ['done', []],
    ['cancelled', []],
  ] as const)('a task done while its dependency is %s', (status, expected) => {
    expect(facts(findDoneBeforeDependency, [makeTask({ id: 'A', status }), makeTask({ id: 'B', status: 'done', dependencies: ['A', 'a'] })])).toEqual(expected);
  });

  it.each([
    ['reached', 'done', []],
    ['not reached', 'todo', [{ id: 'B', dependency: 'M', status: 'todo' }]],
  ] as const)('a task done behind a milestone that is %s', (_, status, expected) => {
    const tasks = [makeTask({ id: 'A', status }), makeTask({ id: 'M', kind: 'milestone', dependencies: ['A'] }), makeTask({ id: 'B', status: 'done', dependencies: ['M'] })];
    expect(facts(findDoneBeforeDependency, tasks)).toEqual(expected);
  });

  it('says nothing of a task that is not done', () => {
    expect(facts(findDoneBeforeDependency, [makeTask({ id: 'A' }), makeTask({ id: 'B', status: 'review', dependencies: ['A'] })])).toEqual([]);
  });
});

describe('deadline-before-dependency', () => {
  const pair = (first: Partial<Task>, second: Partial<Task>) => [makeTask({ id: 'A', ...first, dependencies: [] }), makeTask({ id: 'B', ...second, dependencies: ['A'] })];
  const late = [{ id: 'B', deadline: '2025-08-10', dependency: 'A', dependencyDeadline: '2025-08-12' }];

  it.each([
    ['before', pair({ deadline: '2025-08-12' }, { deadline: '2025-08-10' }), late],
    ['on the same day as', pair({ deadline: '2025-08-12' }, { deadline: '2025-08-12' }), []],
    ['after', pair({ deadline: '2025-08-12' }, { deadline: '2025-08-13' }), []],
    ['on the same day as, by a time of that day', pair({ deadline: '2025-08-12 09:00' }, { deadline: '2025-08-12' }), []],
    ['beside an undated one as', pair({}, { deadline: '2025-08-12' }), []],
    ['before a finished one as', pair({ deadline: '2025-08-12', status: 'done' }, { deadline: '2025-08-10' }), []],
    ['when finished itself before', pair({ deadline: '2025-08-12' }, { deadline: '2025-08-10', status: 'done' }), []],
  ])('due %s its dependency', (_, tasks, expected) => {
    expect(facts(findDeadlinesBeforeDependency, tasks)).toEqual(expected);
  });

  it('reads dates in the time zone of the workspace', () => {
    const tasks = pair({ deadline: '2025-08-12T23:00:00Z' }, { deadline: '2025-08-12' });
    expect(facts(findDeadlinesBeforeDependency, tasks, { timezone: 'UTC' })).toEqual([]);
    expect(facts(findDeadlinesBeforeDependency, tasks, { timezone: 'Asia/Tokyo' })).toHaveLength(1);
  });
});
