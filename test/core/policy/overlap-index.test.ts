import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { globIndex, overlapIndex } from '../../../src/core/policy/overlap-index.ts';
import { overlaps } from '../../../src/core/policy/overlap.ts';

describe('overlapIndex', () => {
  it('names the task in progress and the glob that meets it', () => {
    const find = overlapIndex([{ id: 'A', files: ['docs/**'] }, { id: 'B', files: ['src/auth/', 'src/*.ts'] }]);
    expect(find({ id: 'C', files: ['README.md', 'src/auth/login.ts'] })).toEqual({ with: 'B', files: 'src/auth/login.ts' });
    expect(find({ id: 'C', files: ['src/api/**'] })).toBeNull();
    expect(find({ id: 'C', files: [] })).toBeNull();
  });

  it('does not hold a task against itself', () => {
    expect(overlapIndex([{ id: 'A', files: ['src/**'] }])({ id: 'A', files: ['src/**'] })).toBeNull();
  });

  it('finds an overlap exactly where comparing every pair finds one', () => {
    const glob = fc.array(fc.constantFrom('a', 'ab', 'b*', '**', 'a/', './a', '?', '[ac]', '[bc]', '{a,c}'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
    const files = fc.array(glob, { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(files, { maxLength: 5 }), files, (busy, asked) => {
        const found = overlapIndex(busy.map((globs, index) => ({ id: String(index), files: globs })))({ id: 'new', files: asked });
        expect(found !== null).toBe(busy.some((globs) => overlaps(globs, asked)));
      }),
    );
  });
});

test('globIndex answers every glob that meets the asked one, and no other', () => {
  const glob = fc.array(fc.constantFrom('a', 'ab', 'b*', '**', 'a/', './a', '?', '[ac]', '[bc]', '{a,c}'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
  fc.assert(
    fc.property(fc.uniqueArray(glob, { maxLength: 6 }), glob, (globs, asked) => {
      expect([...globIndex(globs)(asked)].sort()).toEqual(globs.filter((one) => overlaps([one], [asked])).sort());
    }),
  );
});
