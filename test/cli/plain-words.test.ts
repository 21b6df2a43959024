import { expect, test } from 'vitest';
import { parse } from '../../src/cli/parse.ts';
import { plainWords } from '../../src/cli/plain-words.ts';
import { VERBS } from '../../src/cli/verbs.ts';

const WORDS = [[], ['A'], [''], ['a b'], ['A', 'B'], ['A', 'x=1', 'y=2'], ['A', 'B', 'C', 'D']];
const SWITCHES = ['--json', '--staged', '--why', '--take-over', '--worktree', '--fix', '--nonsense', '--no', '--no-worktree', '--agent', '-x', '--', '-', '--why=yes'];
const LINES = [...WORDS, ...WORDS.flatMap((words) => SWITCHES.flatMap((word) => [[word, ...words], [...words, word], [...words, word, '--json', word]]))];
const verbs = VERBS.map((verb) => [verb.name, verb] as const);

test.each(verbs)('plain words after `%s` are what commander makes of them', (_, verb) => {
  const taken = LINES.filter((line) => plainWords(verb, line) !== null);
  expect(taken.map((line) => plainWords(verb, line))).toEqual(taken.map((line) => parse(verb, line)));
});

test.each(verbs)('what commander refuses after `%s` is left to it', (_, verb) => {
  const refused = LINES.filter((line) => 'code' in parse(verb, line));
  expect(refused.map((line) => plainWords(verb, line))).toEqual(refused.map(() => null));
});

test('the verbs of every day need no commander', () => {
  const lines = [['next', '--why'], ['status', '--json'], ['show', 'FIX-001'], ['claim', 'FIX-001', '--worktree'], ['validate', '--staged']] as const;
  const taken = lines.filter(([name, ...rest]) => VERBS.some((verb) => verb.name === name && plainWords(verb, rest) !== null));
  expect(taken).toEqual(lines);
});
