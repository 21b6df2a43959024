import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTaskGraph } from '../../../src/core/graph/task-graph.ts';
import { overlaps } from '../../../src/core/policy/overlap.ts';
import { taskConflicts } from '../../../src/core/policy/task-conflicts.ts';
import { makeTask } from '../../support/records.ts';

type Fields = Parameters<typeof makeTask>[0];

function pairs(tasks: readonly Fields[], most = 100): string[] {
  const { conflicts, more } = taskConflicts(buildTaskGraph(tasks.map(makeTask)), ({ status }) => status === 'in_progress', most);
  return [...conflicts.map(({ one, other }) => `${one.task.id} ${one.glob} | ${other.task.id} ${other.glob}`), ...(more === 0 ? [] : [`${more} more`])];
}

const A: Fields = { id: 'A', files: ['docs/**', 'src/**'] };

describe('taskConflicts', () => {
  it.each<[string, readonly Fields[], readonly string[]]>([
    ['names the globs that meet', [A, { id: 'B', files: ['README.md', 'src/api/server.ts'] }], ['A src/** | B src/api/server.ts']],
    ['tells of a pair once', [A, { id: 'B', files: ['docs/**', 'src/**'] }], ['A docs/** | B docs/**']],
    ['is silent where files differ', [A, { id: 'B', files: ['web/**'] }, { id: 'C' }], []],
    ['is silent of closed tasks', [A, { id: 'B', files: ['src/**'], status: 'done' }, { id: 'C', files: ['src/**'], status: 'cancelled' }], []],
    ['is silent where one waits for the other', [A, { id: 'B', files: ['src/**'], dependencies: ['a'] }], []],
    ['is silent where one waits through others', [{ id: 'C', files: ['src/**'], dependencies: ['B'] }, { id: 'B', dependencies: ['A'] }, A], []],
    ['tells of two that wait for the same', [{ id: 'B', files: ['src/**'], dependencies: ['A'] }, { id: 'C', files: ['src/**'], dependencies: ['A'] }, A], ['B src/** | C src/**']],
  ])('%s', (_, tasks, expected) => {
    expect(pairs(tasks)).toEqual(expected);
  });

  const files = ['src/**'];
  const four: readonly Fields[] = [{ id: 'A', files }, { id: 'B', files, status: 'in_progress' }, { id: 'C', files }, { id: 'D', files, status: 'in_progress' }];
  const [both, ...onesAndNone] = ['B src/** | D src/**', 'A src/** | B src/**', 'A src/** | D src/**', 'B src/** | C src/**', 'C src/** | D src/**', 'A src/** | C src/**'];

  it('puts first where both are worked on, then where one is', () => {
    expect(pairs(four)).toEqual([both, ...onesAndNone]);
  });

  it('counts those that it leaves out', () => {
    expect(pairs(four, 2)).toEqual([both, onesAndNone[0], '4 more']);
  });

  it('finds what comparing every pair finds', () => {
    const globs = fc.array(fc.array(fc.constantFrom('a', 'ab', 'b*', '**', './a', '[ac]', '[bc]', '{a,c}'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(globs, { maxLength: 7 }), (lists) => {
        const tasks = lists.map((list, at) => makeTask({ id: `T${at}`, files: list }));
        const found = taskConflicts(buildTaskGraph(tasks), () => false, Infinity).conflicts.map(({ one, other }) => `${one.task.id} ${other.task.id}`);
        const expected = tasks.flatMap((one, at) => tasks.slice(at + 1).flatMap((other) => (overlaps(one.files, other.files) ? [`${one.id} ${other.id}`] : [])));
        expect(found.sort()).toEqual(expected.sort());
      }),
    );
  });
});
