/** Texts without what only decorates them: emoji, signs that were decoded badly, ordinals. */
import { isAscii } from '../is-ascii.ts';

/** An emoji, or one that was decoded badly: signs, and Latin letters of which none is plain. */
const DECORATION = /^[\p{S}\p{M}\p{Cf}\p{Cc}\p{Zs}\u0080-\u024f\u2000-\u2bff\u3030\ue000-\uf8ff\ufe0f\ufffd]+$/u;

/** Of a heading or label: no decoration before it, no colon behind it. */
export function cleanTitle(text: string): string {
  return withoutDecoration(firstLine(text)).replace(/[\s:：]+$/u, '').trim();
}

/** `1. Setup` and `2) Setup` without their number; `1.1` stays. */
export function withoutOrdinal(text: string): string {
  return text.replace(/^\(?\d{1,3}[.)]\s+/u, '');
}

export function withoutDecoration(text: string): string {
  // Most texts begin with a plain letter.
  if (/^[A-Za-z0-9]/.test(text)) return text.trimEnd();
  const words = text.trim().split(/(?<=\s)/u);
  const first = words.findIndex((word) => word.trim() === '' || !DECORATION.test(word.trim()));
  return words.slice(first === -1 ? 0 : first).join('').replace(/^[\p{Extended_Pictographic}\ufe0f\u200d\s]+(?=[\p{L}\p{N}@#`"'([])/u, '').trim();
}

export function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

export function oneLine(text: string): string {
  // Asked of every piece of a plan, and most are one line already.
  return (RAGGED.test(text) ? text.replace(/\s+/gu, ' ') : text).trim();
}

/** Its lines as they are: of a note they say where one thing ends. */
export const keptLines = (text: string): string => (text.includes('\n') ? text.split('\n').map(oneLine).join('\n').replace(/\n{3,}/g, '\n\n').trim() : oneLine(text));

const RAGGED = /[^\S ]| {2}/u;

/** For comparing: lower case, no accents, signs as blanks. */
export function normal(text: string): string {
  // Most plans are in plain letters, and this is asked of every piece of them.
  if (isAscii(text)) return text.toLowerCase().replace(/[^a-z0-9#%+]+/g, ' ').trim();
  return text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/[^\p{L}\p{N}#%+]+/gu, ' ').trim();
}

/** "Tasks (week 2)" without what is in round brackets at its end. */
export const withoutBrackets = (text: string): string => text.replace(/\s*[（(][^()（）]*[)）]\s*$/u, '');

/** `Title (what is beside it)`: the parts in round or square brackets at its end. */
export function splitBrackets(text: string): { readonly bare: string; readonly brackets: readonly string[] } {
  const brackets: string[] = [];
  let bare = text.trim();
  if (!/[)）\]]/.test(bare)) return { bare, brackets };
  for (;;) {
    const found = /^(.*\S)?\s*(?:\(([^()]*)\)|（([^（）]*)）|\[([^[\]]*)\])[\s*:：.]*$/su.exec(bare);
    if (found === null || (found[1] ?? '') === '') return { bare, brackets };
    brackets.unshift((found[2] ?? found[3] ?? found[4] ?? '').trim());
    bare = (found[1] ?? '').trim();
  }
}
