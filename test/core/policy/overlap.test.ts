import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matches, overlaps } from '../../../src/core/policy/overlap.ts';

describe('matches', () => {
  it.each([
    ['src/auth', 'src/auth/login.ts', true],
    ['src/auth/', 'src/auth/deep/login.ts', true],
    ['src/auth', 'src/authors.ts', false],
    ['src/*.ts', 'src/main.ts', true],
    ['src/*.ts', 'src/deep/main.ts', false],
    ['src/**/*.ts', 'src/main.ts', true],
    ['src/**/*.ts', 'src/a/b/main.ts', true],
    ['**/*.md', 'README.md', true],
    ['./README.md', 'README.md', true],
    ['src/?.ts', 'src/a.ts', true],
    ['src/?.ts', 'src/ab.ts', false],
    ['src/[a-c].ts', 'src/b.ts', true],
    ['src/[!a-c].ts', 'src/b.ts', false],
    ['src/{api,ui}/*', 'src/ui/x.ts', true],
    ['src/{api,ui}/*', 'src/db/x.ts', false],
    ['src/\\*.ts', 'src/*.ts', true],
    ['src/\\*.ts', 'src/a.ts', false],
    ['src/[x', 'src/[x', true],
    ['*', 'anything/at/all', true],
  ])('%s and %s: %s', (glob, path, expected) => {
    expect(matches(glob, path)).toBe(expected);
  });
});

describe('overlaps', () => {
  it.each([
    [['src/auth/**'], ['src/auth/login.ts'], true],
    [['src/auth'], ['src/api'], false],
    [['src/*.ts'], ['src/*.js'], false],
    [['src/a*.ts'], ['src/*b.ts'], true],
    [['src/**/x.ts'], ['**/y.ts', 'src/deep/**'], true],
    [['docs/{a,b}.md'], ['docs/{c,d}.md'], false],
    [['docs/[ab].md'], ['docs/c.md'], false],
    [[], ['**'], false],
  ])('%j and %j: %s', (globs, others, expected) => {
    expect(overlaps(globs, others)).toBe(expected);
    expect(overlaps(others, globs)).toBe(expected);
  });

  it('takes a glob too long or too branched to follow for one that covers everything', () => {
    expect(overlaps(['{a,b}'.repeat(7)], ['zzz'])).toBe(true);
    expect(overlaps([`${'a/'.repeat(600)}b`], ['zzz'])).toBe(true);
  });

  it('answers at once, whatever the globs', () => {
    expect(overlaps(['*a'.repeat(140)], [`${'a*'.repeat(140)}b`])).toBe(false);
  });

  const name = fc.string({ unit: fc.constantFrom('a', 'b', '.'), minLength: 1, maxLength: 3 }).filter((text) => !/^\.+$/.test(text));
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
  const part = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '?', '[ab]', '[!a]', '{a,b}'), minLength: 1, maxLength: 3 }).filter((text) => text !== '.');
  const glob = fc.array(fc.oneof(part, fc.constant('**')), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));

  it('finds exactly the pairs of patterns of which some short path is meant by both', () => {
    const simple = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), minLength: 1, maxLength: 4 });
    const names = ['a', 'b'].flatMap((one) => [one, ...['a', 'b'].flatMap((two) => [one + two, ...['a', 'b'].flatMap((three) => [one + two + three, ...['a', 'b'].flatMap((four) => [one + two + three + four, ...['a', 'b'].flatMap((five) => [one + two + three + four + five, ...['a', 'b'].flatMap((six) => [one + two + three + four + five + six])])])])])]);
    fc.assert(
      fc.property(simple, simple, (one, other) => {
        fc.pre(one !== '**' && other !== '**');
        expect(overlaps([one], [other])).toBe(names.some((file) => matches(one, file) && matches(other, file)));
      }),
    );
  });

  it('never misses a path that both match', () => {
    fc.assert(
      fc.property(glob, glob, path, (one, other, both) => {
        fc.pre(matches(one, both) && matches(other, both));
        expect(overlaps([one], [other])).toBe(true);
      }),
      { maxSkipsPerRun: 1000 },
    );
  });

  it('matches what a regular expression for the same glob matches', () => {
    const pattern = (text: string): RegExp => {
      const segment = (one: string): string => one.replace(/\*+|\?|\.|\{a,b\}|\[!a\]/g, (token) => ({ '?': '[^/]', '.': '\\.', '{a,b}': '(?:a|b)', '[!a]': '[^/a]' })[token] ?? '[^/]*');
      const body = text.split('/').map((one) => (one === '**' ? '(?:[^/]+/)*' : `${segment(one)}/`)).join('');
      return new RegExp(`^${body}(?:.*/)?$`);
    };
    fc.assert(
      fc.property(glob, path, (one, file) => {
        expect(matches(one, file)).toBe(pattern(one).test(`${file}/`));
      }),
    );
  });
});
