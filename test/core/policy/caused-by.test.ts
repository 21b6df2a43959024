import { describe, expect, it } from 'vitest';
import { causedBy } from '../../../src/core/policy/caused-by.ts';
import { tally } from '../../../src/core/policy/tally.ts';
import { problem } from '../../../src/core/problem/problem.ts';
import type { PlacedProblem } from '../../../src/core/problem/problem.ts';

const unknown = (file: string, name: string, line = 1): PlacedProblem => ({
  ...problem('unknown-verifier', { file, pointer: ['verify', line] }, { name, nearest: null }),
  at: { line, column: 1, endColumn: 2 },
});
const duplicate = (line: number): PlacedProblem => ({
  ...problem('duplicate-id', { file: 'b', pointer: [line] }, { id: 'A', first: { file: 'a', pointer: ['task_queue', line, 'id'] } }),
  at: { line, column: 1, endColumn: 2 },
});

describe('causedBy', () => {
  it.each<[string, string[], PlacedProblem[], PlacedProblem[], number]>([
    ['what was there before, elsewhere', ['b'], [unknown('a', 'x')], [unknown('a', 'x')], 0],
    ['what was there before and moved', ['b'], [unknown('a', 'x', 9)], [unknown('a', 'x')], 0],
    ['what was there before, its other place moved', ['a'], [duplicate(9)], [duplicate(1)], 0],
    ['what is in a changed file', ['a'], [unknown('a', 'x')], [unknown('a', 'x')], 1],
    ['what was not there before', ['b'], [unknown('a', 'x')], [], 1],
    ['the same once more', ['b'], [unknown('a', 'x', 1), unknown('a', 'x', 2)], [unknown('a', 'x')], 1],
    ['the same, new in a changed file and old elsewhere', ['a'], [unknown('a', 'x'), unknown('c', 'x')], [unknown('c', 'x')], 1],
  ])('%s', (_, changed, staged, base, own) => {
    const split = causedBy(new Set(changed), staged, base);
    expect([split.own.length, split.others.length]).toEqual([own, staged.length - own]);
  });
});

describe('tally', () => {
  const warning = problem('unknown-field', { file: 'a' }, { field: 'x', nearest: null });
  const clock = problem('feedback-overdue', { file: 'b' }, { decision: 'd', due: '' });
  const error = problem('self-dependency', { file: 'a' }, { id: 'A' });

  it.each([
    [[], true, { errors: 0, warnings: 0, files: 0, failed: false }],
    [[warning, clock], false, { errors: 0, warnings: 2, files: 2, failed: false }],
    [[warning], true, { errors: 0, warnings: 1, files: 1, failed: true }],
    [[clock], true, { errors: 0, warnings: 1, files: 1, failed: false }],
    [[error, warning], false, { errors: 1, warnings: 1, files: 1, failed: true }],
  ])('%#', (problems, strict, expected) => {
    expect(tally(problems, strict)).toEqual(expected);
  });
});
