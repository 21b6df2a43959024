import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRIORITIES } from '../../../src/core/model.ts';
import { byRank, compareIds, dueOf } from '../../../src/core/schedule/ranking.ts';
import type { Ranked } from '../../../src/core/schedule/ranking.ts';
import { runs } from '../../support/arbitrary-runs.ts';
import { makeTask } from '../../support/records.ts';

const id = fc.stringMatching(/^[AaBb][0-9a]{0,2}$/);
const ranked: fc.Arbitrary<Ranked> = fc
  .record({ id, priority: fc.constantFrom(...PRIORITIES), tail: fc.constantFrom(0, 60, 240, 0.1 + 0.2), due: fc.constantFrom(0, 1, Infinity) })
  .map(({ tail, due, ...fields }) => ({ task: makeTask(fields), tail, due }));

const sign = (value: number): number => Math.sign(value) + 0;

describe('ranking', () => {
  it('is a total order: one way round or the other, never a tie between two ids', () => {
    const property = fc.property(ranked, ranked, ranked, (one, other, third) => {
      expect(sign(byRank(one, other))).toBe(-sign(byRank(other, one)) + 0);
      if (byRank(one, other) === 0) expect(one.task.id).toBe(other.task.id);
      if (byRank(one, other) <= 0 && byRank(other, third) <= 0) expect(byRank(one, third)).toBeLessThanOrEqual(0);
    });
    fc.assert(property, { numRuns: runs(2000) });
  });

  it('gives the same list however the tasks come', () => {
    const lists = fc.uniqueArray(ranked, { selector: ({ task }) => task.id, maxLength: 8 });
    const property = fc.property(lists.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))), ([list, shuffled]) => {
      expect(shuffled.toSorted(byRank)).toEqual(list.toSorted(byRank));
    });
    fc.assert(property, { numRuns: runs(300) });
  });

  it('goes by priority, then what waits, then deadline, then id', () => {
    const entry = (name: string, priority: 'high' | 'low', tail: number, deadline: string | null): Ranked => {
      const task = makeTask({ id: name, priority, deadline });
      return { task, tail, due: dueOf(task, 'UTC') };
    };
    const right = [
      entry('Z', 'high', 10, null),
      entry('Y', 'high', 0, '2025-08-11'),
      entry('X', 'high', 0, '2025-08-12'),
      entry('A', 'high', 0, null),
      entry('a', 'high', 0, null),
      entry('b', 'high', 0, null),
      entry('C', 'high', 0, null),
      entry('D', 'low', 99, '2025-01-01'),
    ];
    expect(right.toReversed().sort(byRank)).toEqual(right);
  });

  it('never holds two ids for equal', () => {
    const property = fc.property(id, id, (one, other) => {
      expect(compareIds(one, other) === 0).toBe(one === other);
    });
    fc.assert(property, { numRuns: runs(500) });
  });
});
