/** A name in the forms that code has for names. All are made of letters, digits, - and _ of the name alone. */

export interface Names {
  /** OrderLine */
  readonly pascal: string;
  /** orderLine */
  readonly camel: string;
  /** order_line */
  readonly snake: string;
  /** order-line */
  readonly kebab: string;
  /** order line */
  readonly words: string;
}

export function namesOf(name: string): Names {
  const words = wordsIn(name);
  const pascal = words.map(capital).join('');
  return { pascal, camel: pascal.slice(0, 1).toLowerCase() + pascal.slice(1), snake: words.join('_'), kebab: words.join('-'), words: words.join(' ') };
}

/** Parted where a small letter or a digit meets a capital one, and before the last capital of several: `HTTPServer` is http server. */
function wordsIn(name: string): readonly string[] {
  const parted = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/([A-Z])([A-Z][a-z])/g, '$1_$2');
  return parted.toLowerCase().split(/[_-]+/);
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** As most English nouns have it. */
export function pluralOf(name: string): string {
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}
