import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceWithin, nearest, nearestOf } from '../../src/core/nearest.ts';

/** The textbook table, unbounded: what the banded one must agree with. */
function plainDistance(one: string, other: string): number {
  const table: number[][] = [];
  const at = (row: number, column: number): number => table[row]?.[column] ?? Infinity;
  for (let row = 0; row <= one.length; row++) {
    const line: number[] = [];
    table.push(line);
    for (let column = 0; column <= other.length; column++) {
      if (row === 0 || column === 0) {
        line.push(row + column);
        continue;
      }
      const change = one[row - 1] === other[column - 1] ? 0 : 1;
      const swap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      line.push(Math.min(at(row - 1, column - 1) + change, at(row - 1, column) + 1, at(row, column - 1) + 1, swap ? at(row - 2, column - 2) + 1 : Infinity));
    }
  }
  return at(one.length, other.length);
}

describe('nearest', () => {
  it.each([
    ['FIX-0O1', ['FIX-001', 'FIX-002', 'UI-004'], 'FIX-001'],
    ['fix-001', ['FIX-001'], 'FIX-001'],
    ['statsu', ['status', 'start', 'show'], 'status'],
    ['nxt', ['next'], 'next'],
    ['frontned', ['backend', 'frontend'], 'frontend'],
    ['zzz', ['status', 'next'], null],
  ])('takes %s for the right one of %j', (name, candidates, expected) => {
    expect(nearest(name, candidates)).toBe(expected);
  });

  it('orders by distance, then by name, and keeps to the limit', () => {
    expect(nearestOf('API-009', ['API-011', 'API-002', 'API-001', 'UI-004'], 2)).toEqual(['API-001', 'API-002']);
  });

  it('agrees with the textbook table within the bound and says nothing past it', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '-'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 6 }), (one, other, bound) => {
        const exact = plainDistance(one, other);
        expect(distanceWithin(one, other, bound)).toBe(exact <= bound ? exact : null);
      }),
    );
  });
});
