import { expect, test } from 'vitest';
import { LONGEST_LINE, splitLines } from '../../src/core/split-lines.ts';

function linesOf(...pieces: readonly string[]): [text: string, leftOut: number][] {
  const lines: [string, number][] = [];
  const splitting = splitLines((text, leftOut) => lines.push([text, leftOut]));
  pieces.forEach(splitting.add);
  splitting.end();
  return lines;
}

test('lines across pieces, with either ending, the last one without', () => {
  expect(linesOf('a', 'b\nc\r', '\n\nd')).toEqual([['ab', 0], ['c', 0], ['', 0], ['d', 0]]);
  expect(linesOf('a\n')).toEqual([['a', 0]]);
  expect(linesOf()).toEqual([]);
});

test('of a line without end only the beginning is kept, and how much more there was', () => {
  const lines = linesOf(...Array.from({ length: 50 }, () => 'x'.repeat(100_000)), '\nnext');
  expect(lines.map(([text, leftOut]) => text.length + leftOut)).toEqual([5_000_000, 4]);
  expect(lines[0]?.[0].length).toBeLessThan(LONGEST_LINE * 1.1);
  expect(lines[1]).toEqual(['next', 0]);
});
