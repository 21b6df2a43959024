/** Small pieces of sentences. */

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`; past `limit` the rest as a number: `a, b and 4 more`. */
export function listed(items: readonly string[], limit = Infinity, joint: 'and' | 'or' = 'and'): string {
  if (items.length > limit) return `${items.slice(0, limit).join(', ')} and ${items.length - limit} more`;
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1) ?? ''}`;
}

/** Those that say something, a line each. */
export function onLines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

/** As a sentence goes on: no full stop at the end. */
export function unstopped(text: string): string {
  return text.trim().replace(/[.:]+$/, '');
}

/** As a sentence by itself. */
export function stopped(text: string): string {
  return /[.?!]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}

const SIZES = ['bytes', 'kB', 'MB', 'GB'];

export function size(bytes: number): string {
  let rest = bytes;
  let unit = 0;
  while (rest >= 1000 && unit < SIZES.length - 1) {
    rest /= 1000;
    unit++;
  }
  return `${unit === 0 ? String(rest) : rest.toFixed(1)} ${SIZES[unit] ?? ''}`;
}

/** `Did you mean "frontend"? ` or nothing, to begin a next step. */
export function didYouMean(nearest: string | null): string {
  return nearest === null ? '' : `Did you mean "${nearest}"? `;
}
