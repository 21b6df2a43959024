/**
 * Words as the ASCII of ids: `Größe ändern` is `grosse-andern`. A text in another script gets a mark made of it, behind what is Latin
 * in it: `API の設計` is `api-3k9x`. A number would be easier to read, but two branches that import a plan each would give one to two tasks.
 */
import { isAscii } from './is-ascii.ts';

const LONGEST = 40;
const LEAST = 2;

/** `prefix` stands before the mark of a text in another script, since an id begins with a letter where it can. */
export function slugOf(text: string, prefix: string): string {
  const words = asciiWords(text);
  if (words.length >= LEAST && foreignShare(text) <= 0.5) return cutAtWord(words);
  return words.length >= LEAST && /^[a-z]/.test(words) ? `${cutAtWord(words)}-${markOf(text, 4)}` : `${prefix}-${markOf(text, 6)}`;
}

export function asciiWords(text: string): string {
  const plain = isAscii(text) ? text : text.replaceAll('ß', 'ss').normalize('NFKD').replace(/\p{M}+/gu, '');
  return plain.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
}

/** How much of the letters ASCII cannot hold: a title of which only `API` would be left says nothing by that. */
function foreignShare(text: string): number {
  if (isAscii(text)) return 0;
  const letters = text.normalize('NFKD').match(/\p{L}/gu) ?? [];
  return letters.length === 0 ? 0 : letters.filter((letter) => !/[a-z]/i.test(letter)).length / letters.length;
}

function cutAtWord(words: string): string {
  if (words.length <= LONGEST) return words;
  const cut = words.slice(0, LONGEST + 1);
  const end = cut.lastIndexOf('-');
  return cut.slice(0, end > LONGEST / 2 ? end : LONGEST);
}

/** Letters and digits worked out of a text, the same for the same text (FNV-1a, twice over to fill more digits). */
export function markOf(text: string, length: number): string {
  const mark = fnv(text, 0x811c9dc5).toString(36);
  return (mark.length < length ? mark + fnv(text, 0x01000193).toString(36) : mark).padEnd(length, '0').slice(0, length);
}

function fnv(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
