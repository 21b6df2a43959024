/** Values of other tools' records, as far as they are what they should be. */
import type { Status } from '../model.ts';
import { isRecord } from '../documents/with-value.ts';
import type { LeftOut, Origin } from './draft.ts';
import { statusMeant } from './foreign-words.ts';

/** A text that says something, or a number as one. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.flatMap((item: unknown) => textOf(item) ?? []) : [];
}

export function itemsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** `told`: that the word said more, or nothing that is known. */
export function checkedStatus(word: unknown, origin: Origin): { readonly status: Status; readonly told: readonly LeftOut[] } {
  const { status, exact } = statusMeant(word);
  return { status, told: exact ? [] : [{ text: `status: ${textOf(word) ?? ''}`, reason: 'no-value', origin, sureness: 'sure' }] };
}

/** Parts of a text that a task has one field for, parted by empty lines; a label stands over what is not the first. */
export function joinedNotes(...parts: readonly (readonly [label: string, text: string | null])[]): string | null {
  const said = parts.filter(([, text]) => text !== null).map(([label, text]) => (label === '' ? (text ?? '') : `${label}:\n${text ?? ''}`));
  return said.length === 0 ? null : said.join('\n\n');
}

/** A list as it is; lines that each begin as those of a list do as a list; else the text as a whole. */
export function linesOf(value: unknown): readonly string[] {
  const text = textOf(value);
  if (text === null) return textsOf(value);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const items = lines.map((line) => /^(?:[-*] (?:\[[ xX]\] )?|\d+[.)] )(.*)$/.exec(line)?.[1] ?? null);
  return items.every((item) => item !== null) ? items : [text];
}
