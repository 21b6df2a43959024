import { expect, test } from 'vitest';
import { parse } from '../../src/cli/parse.ts';
import { plainWords } from '../../src/cli/plain-words.ts';
import { VERBS } from '../../src/cli/verbs.ts';

const LINES = [[], ['A'], [''], ['a b'], ['A', 'B'], ['A', 'x=1', 'y=2'], ['A', 'B', 'C', 'D']];
const verbs = VERBS.map((verb) => [verb.name, verb] as const);

test.each(verbs)('plain words after `%s` are what commander makes of them', (_, verb) => {
  const taken = LINES.filter((line) => plainWords(verb, line) !== null);
  expect(taken.map((line) => plainWords(verb, line))).toEqual(taken.map((line) => parse(verb, line)));
});

test.each(verbs)('what commander refuses after `%s` is left to it', (_, verb) => {
  const refused = LINES.filter((line) => 'code' in parse(verb, line));
  expect(refused.map((line) => plainWords(verb, line))).toEqual(refused.map(() => null));
});

test('a word that begins with a dash is left to commander', () => {
  const verb = VERBS.find(({ name }) => name === 'next');
  expect(verb && ['-x', '--why', '--', '-'].map((word) => plainWords(verb, [word]))).toEqual([null, null, null, null]);
});
