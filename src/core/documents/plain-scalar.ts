/** What an unquoted word stands for under the core schema of YAML 1.2; undefined where few know for sure. */

type Plain = string | number | boolean | null;

const WORDS: ReadonlyMap<string, Plain> = new Map<string, Plain>([
  ...['~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);
const LONGEST_WORD = 5;

/** How numbers begin, and much that is none: dates, versions, paths. */
const NUMBER_BEGINS = '-+.0123456789';
const NUMBER = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
/** Hexadecimal, octal, infinity, not a number, and the marks that part documents. */
const RARE = /^0[ox]|^[-+]?\.(?:inf|nan)$|^\.\.\.|^---/i;
/** Longer numbers may not be exact. */
const MAX_DIGITS = 15;

export function plainScalar(text: string): Plain | undefined {
  const word = text.length <= LONGEST_WORD ? WORDS.get(text) : undefined;
  if (word !== undefined) return word;
  if (!NUMBER_BEGINS.includes(text.slice(0, 1))) return text;
  if (RARE.test(text)) return undefined;
  if (!NUMBER.test(text)) return text;
  const number = Number(text);
  return text.length > MAX_DIGITS || !Number.isFinite(number) || Object.is(number, -0) ? undefined : number;
}
