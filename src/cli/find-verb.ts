/** Which verb a command line asks for, found before its options are known. */
import type { Refusal } from '../core/problem/refusal.ts';
import { refusal } from '../core/problem/refusal.ts';
import { nearest } from '../core/nearest.ts';
import { listed } from '../present/text/words.ts';
import type { Verb } from './command.ts';

export type Found = { readonly verb: Verb; readonly rest: readonly string[] } | { readonly refusal: Refusal };

/** Global options that take the word after them. */
const WITH_VALUE = new Set(['--now', '--cwd', '--as']);

export function findVerb(argv: readonly string[], verbs: readonly Verb[]): Found {
  const [first, second] = positions(argv);
  if (first === undefined) return named(verbs, 'here', argv);
  const word = argv[first] ?? '';
  const group = verbs.filter(({ name }) => name.startsWith(`${word} `));
  if (second !== undefined && group.some(({ name }) => name === `${word} ${argv[second] ?? ''}`)) {
    return named(verbs, `${word} ${argv[second] ?? ''}`, without(argv, first, second));
  }
  if (verbs.some(({ name }) => name === word)) return named(verbs, word, without(argv, first));
  if (group.length > 0 && argv.some(isHelp)) return named(verbs, 'help', argv.filter((given) => !isHelp(given)));
  if (group.length > 0) return { refusal: unfinished(word, group) };
  return { refusal: refusal('unknown-verb', { verb: word, nearest: nearest(word, verbs.filter(({ hidden }) => !hidden).map(({ name }) => name)) }) };
}

const isHelp = (word: string): boolean => word === '--help' || word === '-h';

/** Where the first two words stand that are neither options nor values of global options. */
function positions(argv: readonly string[]): number[] {
  const found: number[] = [];
  for (let index = 0; index < argv.length && found.length < 2; index++) {
    const word = argv[index] ?? '';
    if (word === '--') break;
    if (!word.startsWith('-')) found.push(index);
    else if (WITH_VALUE.has(word)) index++;
  }
  return found;
}

function named(verbs: readonly Verb[], name: string, rest: readonly string[]): Found {
  const verb = verbs.find((one) => one.name === name);
  return verb ? { verb, rest } : { refusal: refusal('unknown-verb', { verb: name, nearest: null }) };
}

function without(argv: readonly string[], ...taken: readonly number[]): readonly string[] {
  return argv.filter((_, index) => !taken.includes(index));
}

function unfinished(word: string, group: readonly Verb[]): Refusal {
  const ends = group.map(({ name }) => name.slice(word.length + 1));
  return refusal('usage', { message: `coord ${word} needs ${listed(ends, Infinity, 'or')} after it`, verb: word });
}
