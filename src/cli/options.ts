/** Values of options, checked. */
import { done, refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import { listed } from '../present/text/words.ts';
import type { Input } from './command.ts';

export function isSet({ options }: Pick<Input, 'options'>, name: string): boolean {
  return options[name] === true;
}

export function textOption({ options }: Input, name: string): string | null {
  const value = options[name];
  return typeof value === 'string' ? value : null;
}

/** What was given for a repeatable option; null where it was not. */
export function listOption({ options }: Input, name: string): readonly string[] | null {
  const value = options[name];
  return Array.isArray(value) ? (value as readonly string[]) : null;
}

/** A whole number of at least 1. */
export function countOption(input: Input, name: string, otherwise: number): Result<number> {
  const text = textOption(input, name);
  if (text === null) return done(otherwise);
  const value = Number(text);
  return Number.isInteger(value) && value >= 1 ? done(value) : refused('bad-value', { option: `--${name}`, value: text, expected: 'a whole number from 1 on' });
}

/** One of `allowed`; the first where the option is not given. */
export function choiceOption<T extends string>(input: Input, name: string, allowed: readonly [T, ...T[]]): Result<T> {
  const text = textOption(input, name);
  const chosen = text === null ? allowed[0] : allowed.find((word) => word === text);
  return chosen === undefined ? refused('bad-value', { option: `--${name}`, value: text ?? '', expected: listed(allowed, Infinity, 'or') }) : done(chosen);
}

/** One or several of `allowed`, with commas; null where the option is not given. */
export function choicesOption<T extends string>(input: Input, name: string, allowed: readonly T[]): Result<readonly T[] | null> {
  const text = textOption(input, name);
  if (text === null) return done(null);
  const given = text.split(',').map((word) => word.trim());
  const known = allowed.filter((word) => given.includes(word));
  return known.length === new Set(given).size ? done(known) : refused('bad-value', { option: `--${name}`, value: text, expected: `one of ${allowed.join(', ')}` });
}
