import { expect, test } from 'vitest';
import type { ChangedFile } from '../../../src/core/review/change.ts';
import { testFindings } from '../../../src/core/review/tests-beside.ts';
import type { TestPlaces } from '../../../src/core/review/tests-beside.ts';

const changed = (path: string, text = '+x\n'): ChangedFile => ({ path, before: path, isGone: false, hunks: [{ first: 1, count: 1, text }] });
const BY_NAME: TestPlaces = { code: [], tests: [] };
const look = (paths: readonly string[], all: readonly string[], places = BY_NAME) => testFindings(paths.map((path) => changed(path)), [...all, ...paths], places).findings.map(({ file, severity }) => `${file ?? ''} ${severity}`);

test.each<readonly [what: string, paths: readonly string[], all: readonly string[], told: readonly string[]]>([
  ['no test there is', ['src/cart.ts'], ['test/basket.test.ts'], ['src/cart.ts warning']],
  ['the test did not change', ['src/cart.ts'], ['test/cart.test.ts'], ['src/cart.ts info']],
  ['the test changed with it', ['src/cart.ts', 'test/cart.test.ts'], [], []],
  ['other names of tests', ['cart.go', 'cart_test.go', 'a/pay.py', 'tests/test_pay.py', 'Bill.java', 'BillTest.java', 'tax.rb', 'spec/tax_spec.rb', 'x.js', '__tests__/x.js'], [], []],
  ['another folder has a test of that name', ['src/a/index.ts', 'test/b/index.test.ts'], ['test/a/index.test.ts'], ['src/a/index.ts info']],
  ['no code', ['README.md', 'src/x.d.ts', 'vite.config.ts', 'package.json', '.eslintrc'], [], []],
])('%s', (_, paths, all, told) => {
  expect(look(paths, all)).toEqual(told);
});

test('what is gone, or only lost lines, needs no new test', () => {
  expect(testFindings([{ ...changed('a.ts'), isGone: true }, changed('b.ts', '-x\n'), { ...changed('c.ts'), hunks: [] }], [], BY_NAME)).toEqual({ findings: [], looked: 0 });
});

test('places of its own count before names', () => {
  expect(look(['lib/a.ts', 'src/b.ts', 'checks/b.ts'], [], { code: ['src/**'], tests: ['checks/**'] })).toEqual([]);
  expect(look(['lib/a.ts', 'src/b.ts'], [], { code: ['src/**'], tests: ['checks/**'] })).toEqual(['src/b.ts warning']);
});
