/** One value as YAML on one line, the same under YAML 1.1 and 1.2, in block and in flow. */

export type Writable = string | number | boolean | null | readonly Writable[] | { readonly [key: string]: Writable };

/** Words, and paths and ids made of words: no YAML of any age reads them as anything but text. */
const PLAIN = /^[A-Za-z][A-Za-z0-9_./-]*(?: [A-Za-z0-9_./-]+)*$/;
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;

/** null prints as nothing at all where `key:` stands before it, so callers inside flow pass `inFlow`. */
export function printValue(value: Writable, inFlow = false): string {
  if (value === null) return inFlow ? 'null' : '';
  if (typeof value === 'string') return printText(value);
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map((item) => printValue(item, true)).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, item]) => `${printText(key)}: ${printValue(item, true)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

export function printText(text: string): string {
  if (PLAIN.test(text) && !RESERVED.test(text)) return text;
  // JSON's string is YAML's, but for a few characters YAML does not let stand.
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Whether printed it holds signs that stand for others. */
export function hasEscapes(value: Writable): boolean {
  if (typeof value === 'string') return ESCAPED.test(value);
  if (Array.isArray(value)) return value.some(hasEscapes);
  return typeof value === 'object' && value !== null && Object.entries(value).some(([key, item]) => ESCAPED.test(key) || hasEscapes(item));
}

const ESCAPED = /["\\\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u;

function isList(value: readonly Writable[] | { readonly [key: string]: Writable }): value is readonly Writable[] {
  return Array.isArray(value);
}
