import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addsLines, lineText, showsLine } from '../../../src/core/review/change.ts';
import { readDiff } from '../../../src/core/review/read-diff.ts';

const OID = '0'.repeat(40);
const record = (status: string, ...names: readonly string[]): string => `:100644 100644 ${OID} ${OID} ${status}\0${names.join('\0')}\0`;
const only = (records: string, patch: string) => readDiff(records, patch)[0];

describe('a diff', () => {
  test('names its files, and what became of them', () => {
    expect(readDiff(record('M', 'a.ts') + record('A', 'new\nline') + record('D', 'gone.ts') + record('R100', 'old.ts', 'moved.ts') + record('U', 'a.ts'), '')).toEqual([
      { path: 'a.ts', before: 'a.ts', isGone: false, hunks: [] },
      { path: 'new\nline', before: null, isGone: false, hunks: [] },
      { path: 'gone.ts', before: 'gone.ts', isGone: true, hunks: [] },
      { path: 'moved.ts', before: 'old.ts', isGone: false, hunks: [] },
    ]);
  });

  test('shows lines by the numbers they have now', () => {
    const file = only(record('M', 'a.ts'), 'diff --git a/a.ts b/a.ts\n--- a/a.ts\n+++ b/a.ts\n@@ -1,3 +1,4 @@\n one\n-two\n+2\n+3\n four\n@@ -9 +10,0 @@ f() {\n-nine\n\\ No newline at end of file\n');
    expect(file?.hunks.map(({ first, count }) => [first, count])).toEqual([[1, 4], [10, 0]]);
    expect([1, 2, 3, 4, 5, 10].map((line) => (file === undefined ? '' : lineText(file, line)))).toEqual(['one', '2', '3', 'four', null, null]);
    expect(file && [addsLines(file), showsLine(file, 4), showsLine(file, 10)]).toEqual([true, true, false]);
  });

  test.each([
    ['with spaces', '+++ b/with spaces\t'],
    ['a\nb"c\\', '+++ "b/a\\nb\\"c\\\\"'],
    ['bell\u0007\u0001', '+++ "b/bell\\a\\001"'],
    ['b/c', '+++ b/b/c'],
  ])('finds %j by its header', (path, header) => {
    expect(only(record('M', path), `--- a/x\n${header}\n@@ -0,0 +1 @@\n+x\n`)?.hunks).toHaveLength(1);
  });

  test('no line of a file passes for a header', () => {
    const lines = ['++ b/other.ts', '@ -1 +1 @@', '-- a/x', 'diff --git a/x b/x', '@@ -1 +1 @@'];
    const files = readDiff(record('M', 'a.ts') + record('M', 'other.ts'), `+++ b/a.ts\n@@ -0,0 +1,${lines.length} @@\n${lines.map((line) => `+${line}\n`).join('')}+++ b/other.ts\n@@ -0,0 +1 @@\n+x\n`);
    expect(files.map(({ hunks }) => hunks.map(({ count }) => count))).toEqual([[lines.length], [1]]);
  });

  test('whatever stands in its lines is found again on them', () => {
    fc.assert(
      fc.property(fc.array(fc.string().map((text) => text.replaceAll('\n', ' ')), { minLength: 1, maxLength: 20 }), (lines) => {
        const file = only(record('A', 'a'), `+++ b/a\n@@ -0,0 +1,${lines.length} @@\n${lines.map((line) => `+${line}\n`).join('')}`);
        expect(lines.map((_, at) => (file === undefined ? null : lineText(file, at + 1)))).toEqual(lines);
      }),
    );
  });

  test('of 50 MB is read in one go', () => {
    const body = `+${'x'.repeat(99)}\n`.repeat(500_000);
    const file = only(record('A', 'big'), `+++ b/big\n@@ -0,0 +1,500000 @@\n${body}`);
    expect([file?.hunks[0]?.count, file?.hunks[0]?.text.length]).toEqual([500_000, body.length]);
  });
});
