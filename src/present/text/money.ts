/** US dollars and tokens, as short as they can be said. */

/** `$12.30`; less than half a cent, but not nothing, is `<$0.01`. */
export function money(dollars: number): string {
  return dollars > 0 && dollars < 0.005 ? '<$0.01' : `$${dollars.toFixed(2)}`;
}

/** `950`, `12.3k`, `4.5M`. */
export function tokenCount(tokens: number): string {
  if (tokens < 1000) return String(tokens);
  return tokens < 999_950 ? `${(tokens / 1000).toFixed(1)}k` : `${(tokens / 1e6).toFixed(1)}M`;
}
