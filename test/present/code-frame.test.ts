import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../src/present/checks/code-frame.ts';
import { PIPE, TERMINAL } from '../support/screens.ts';

const LINES = ['task_queue:', '  high_priority:', '    - id: FIX-001', '      agnet: frontend', '      task: Fix', '', '    - id: UI-004'];

const frame = (lines: readonly string[], line: number, column: number, endColumn: number, screen = PIPE): string => codeFrame(lines, { line, column, endColumn }, screen);

describe('codeFrame', () => {
  it('shows two lines around and marks the stretch', () => {
    expect(frame(LINES, 4, 7, 12)).toBe(
      ['  2 |   high_priority:', '  3 |     - id: FIX-001', '> 4 |       agnet: frontend', '    |       ^^^^^', '  5 |       task: Fix', '  6 |'].join('\n'),
    );
  });

  it('stops at the ends of the file', () => {
    expect(frame(['a: 1'], 1, 1, 2)).toBe('> 1 | a: 1\n    | ^');
  });

  it('marks one column where nothing stands', () => {
    expect(frame(['a:'], 1, 3, 3)).toBe('> 1 | a:\n    |   ^');
  });

  it('aligns line numbers', () => {
    const many = Array.from({ length: 12 }, (_, index) => `k${index + 1}: 1`);
    expect(frame(many, 10, 1, 4)).toBe('   8 | k8: 1\n   9 | k9: 1\n> 10 | k10: 1\n     | ^^^\n  11 | k11: 1\n  12 | k12: 1');
  });

  it('makes hidden characters visible and keeps the mark in place', () => {
    expect(frame(['a: "\u001B[2J\u202Eb" x'], 1, 13, 14)).toBe(`> 1 | a: "<U+001B>[2J<U+202E>b" x\n    | ${' '.repeat(26)}^`);
  });

  it('counts tabs and wide characters as they are shown', () => {
    expect(frame(['\t日本: x'], 1, 6, 7)).toBe('> 1 |   日本: x\n    |         ^');
  });

  it('shows a very long line from shortly before the mark', () => {
    const text = frame([`${'a'.repeat(5000)}HERE${'b'.repeat(100_000)}`], 1, 5001, 5005, TERMINAL);
    expect(text).toBe(`> 1 | ${'a'.repeat(20)}HERE${'b'.repeat(49)}…\n    | ${' '.repeat(20)}^^^^`);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('colours on a terminal that can', () => {
    expect(frame(['a: 1'], 1, 1, 2, { ...TERMINAL, colour: true })).toBe('\u001B[31m>\u001B[0m \u001B[2m1 |\u001B[0m a: 1\n    \u001B[2m|\u001B[0m \u001B[31m^\u001B[0m');
  });
});
