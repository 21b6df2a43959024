/** A list of phrases as one expression: there are hundreds of phrases, and each of thousands of texts is asked for all of them. */
import { literally } from '../../literally.ts';
import { isAscii } from '../is-ascii.ts';

const BLANKLESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Scripts without blanks between words are looked for anywhere, others as whole words. */
export const isBlankless = (phrase: string): boolean => BLANKLESS.test(phrase);

/** Fits a text that `normal` made where one of them stands in it. */
export const anywhereIn = formOf((phrases) => {
  const whole = phrases.filter((phrase) => !isBlankless(phrase));
  return [...(whole.length === 0 ? [] : [String.raw`(?:^| )(?:${oneOf(whole)})(?![^ ])`]), ...phrases.filter(isBlankless).map(literally)];
});

/** Fits where one of them that says enough by itself begins or ends a text of more words; one of a script without blanks, anywhere. */
export const atEdgeOf = formOf((phrases) => {
  const telling = phrases.filter((phrase) => phrase.includes(' ') || phrase.length >= TELLING);
  const short = phrases.filter((phrase) => isBlankless(phrase) && phrase.length >= 3);
  return [...(telling.length === 0 ? [] : [`^(?:${oneOf(telling)}) `, ` (?:${oneOf(telling)})$`]), ...short.map(literally)];
});

const TELLING = 12;

/** Of phrases, whether a text fits: one in plain letters is not asked for those of other scripts. */
function formOf(parts: (phrases: readonly string[]) => readonly string[]): (phrases: readonly string[]) => { readonly test: (text: string) => boolean } {
  const made = new WeakMap<readonly string[], { readonly test: (text: string) => boolean }>();
  return (phrases) => {
    const known = made.get(phrases);
    if (known !== undefined) return known;
    const [all, plain] = [phrases, phrases.filter(isAscii)].map((some) => expressionOf(parts(some)));
    const form = { test: (text: string): boolean => (isAscii(text) ? plain : all)?.test(text) === true };
    made.set(phrases, form);
    return form;
  };
}

const expressionOf = (alternatives: readonly string[]): RegExp | undefined => (alternatives.length === 0 ? undefined : new RegExp(alternatives.join('|')));

const oneOf = (phrases: readonly string[]): string => phrases.map(literally).join('|');
