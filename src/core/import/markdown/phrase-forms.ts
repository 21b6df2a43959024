/** A list of phrases as one expression: there are hundreds of phrases, and each of thousands of texts is asked for all of them. */

const BLANKLESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Scripts without blanks between words are looked for anywhere, others as whole words. */
export const isBlankless = (phrase: string): boolean => BLANKLESS.test(phrase);

/** Fits a text that `normal` made where one of them stands in it. */
export const anywhereIn = formOf((phrases) => {
  const whole = phrases.filter((phrase) => !isBlankless(phrase));
  return [...(whole.length === 0 ? [] : [String.raw`(?:^| )(?:${oneOf(whole)})(?![^ ])`]), ...phrases.filter(isBlankless).map(escaped)];
});

/** Fits where one of them that says enough by itself begins or ends a text of more words; one of a script without blanks, anywhere. */
export const atEdgeOf = formOf((phrases) => {
  const telling = phrases.filter((phrase) => phrase.includes(' ') || phrase.length >= TELLING);
  const short = phrases.filter((phrase) => isBlankless(phrase) && phrase.length >= 3);
  return [...(telling.length === 0 ? [] : [`^(?:${oneOf(telling)}) `, ` (?:${oneOf(telling)})$`]), ...short.map(escaped)];
});

const TELLING = 12;

function formOf(parts: (phrases: readonly string[]) => readonly string[]): (phrases: readonly string[]) => RegExp {
  const made = new WeakMap<readonly string[], RegExp>();
  return (phrases) => {
    const known = made.get(phrases);
    if (known !== undefined) return known;
    const alternatives = parts(phrases);
    const form = alternatives.length === 0 ? NEVER : new RegExp(alternatives.join('|'));
    made.set(phrases, form);
    return form;
  };
}

const NEVER = /(?!)/;

const oneOf = (phrases: readonly string[]): string => phrases.map(escaped).join('|');
const escaped = (phrase: string): string => phrase.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
