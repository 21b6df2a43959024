/**
 * Text that comes from files, made harmless. Files come from strangers: what would move the cursor, recolour the
 * terminal, reverse the reading direction or hide itself is shown by its code point instead.
 */

/** C0 but line breaks and tabs, DEL, C1; bidirectional controls; separators; invisible marks; lone surrogates; tags. */
export const HIDDEN =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|\p{Surrogate}/gu;

/** One line: line breaks and tabs become a space. */
export function plain(text: string): string {
  return oneLine(text).trim();
}

/** Several lines, ended by `\n` only; tabs are two spaces. */
export function plainLines(text: string): string {
  return visible(text.replace(/\r\n?/g, '\n').replaceAll('\t', '  '));
}

export function oneLine(text: string): string {
  return visible(text.replace(/[\r\n\t]+/g, ' '));
}

function visible(text: string): string {
  return text.replace(HIDDEN, (character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`);
}
