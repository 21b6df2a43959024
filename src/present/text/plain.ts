/** The one door for text that comes from files, on its way to a terminal. What it does is in core/plain-text. */
import { HIDDEN, oneLine, plainLines } from '../../core/plain-text.ts';

export { plain, plainLines } from '../../core/plain-text.ts';

/** A sentence with text from files in it: each value passes the door. */
export function say(words: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return words.reduce((sentence, word, index) => sentence + oneLine(String(values[index - 1] ?? '')) + word);
}

/** For text in the quotes of JSON or YAML: the same value, written so that the door has nothing left to change. */
export function escapedHidden(text: string): string {
  return text.replace(HIDDEN, (character) => Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''));
}

const COLOURS = /\u001B\[(?:0|1|2|31|32|33|36)m/;

/** The last look before a terminal: whatever forgot the door above passes here, and only the colours of `paint` remain. */
export function printable(text: string, colour: boolean): string {
  if (!colour) return plainLines(text);
  const marks = text.match(new RegExp(COLOURS, 'g')) ?? [];
  return text.split(COLOURS).map((part, index) => plainLines(part) + (marks[index] ?? '')).join('');
}
