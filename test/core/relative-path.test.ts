import { relative } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beside, nameOf, relativePath } from '../../src/core/relative-path.ts';

const paths = fc.array(fc.constantFrom('a', 'b', 'c', 'd e'), { maxLength: 5 }).map((names) => `/${names.join('/')}`);

test('as the machine has it, but the folder itself is a dot', () => {
  fc.assert(
    fc.property(paths, paths, (from, to) => {
      expect(relativePath(from, to)).toBe(relative(from, to) || '.');
    }),
  );
});

test('beside, and the last name', () => {
  expect([beside('/home/app', 'app-FIX-001'), beside('/app', 'x'), nameOf('/home/app/'), nameOf('/')]).toEqual(['/home/app-FIX-001', '/x', 'app', '']);
});
