/** Texts that a template shows where a value belongs: a record that still holds them says nothing yet. */
import type { Pointer } from '../model.ts';
import { isRecord } from './with-value.ts';

/** Names of things where the thing itself is wanted, in the words templates use; and marks that mean "fill me in". */
const PLACEHOLDER = new RegExp(
  [
    '^(?:agent name|target agent|iso ?8601(?: timestamp)?|file paths?|additional context|any blocking issues?|recommended next (?:actions?|steps?))$',
    '^(?:list of (?:completed|ready) [a-z ]+|what the [a-z]+ contains)$',
    '^(?:yyyy-mm-dd.*|tbd|todo|fixme|xxx|\\.\\.\\.|…)$',
    '^(?:<[^<>]+>|\\[[^[\\]]+\\]|\\{\\{?[^{}]+\\}\\}?)$',
  ].join('|'),
  'i',
);

/** Pointers to the placeholders in a record, in order. */
export function placeholders(value: unknown, at: Pointer = []): readonly Pointer[] {
  if (typeof value === 'string') return value.length < 200 && PLACEHOLDER.test(value.trim()) ? [at] : [];
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => placeholders(item, [...at, index]));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => placeholders(item, [...at, key]));
}
