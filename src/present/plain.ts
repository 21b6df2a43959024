/**
 * The one door for text that comes from files. Files come from strangers: what would move the cursor, recolour
 * the terminal, reverse the reading direction or hide itself is shown by its code point instead.
 */

/** C0 but line breaks and tabs, DEL, C1; bidirectional controls; separators; invisible marks; lone surrogates; tags. */
const HIDDEN =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|\p{Surrogate}/gu;

/** One line: line breaks and tabs become a space. */
export function plain(text: string): string {
  return oneLine(text).trim();
}

/** Several lines, ended by `\n` only; tabs are two spaces. */
export function plainLines(text: string): string {
  return visible(text.replace(/\r\n?/g, '\n').replaceAll('\t', '  '));
}

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

function oneLine(text: string): string {
  return visible(text.replace(/[\r\n\t]+/g, ' '));
}

function visible(text: string): string {
  return text.replace(HIDDEN, (character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`);
}
