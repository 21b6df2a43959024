/** A text with conflict markers, as git leaves them, as each side had it. */

/** The first line that is one; `=======` alone may be text. */
export const CONFLICT_MARKER = /^(?:<{7}|>{7}|\|{7})(?:[ \t].*)?\r?$/m;
const CONFLICT = /^<{7}(?: .*)?\r?\n([\s\S]*?)(?:^\|{7}(?: .*)?\r?\n([\s\S]*?))?^={7}\r?\n([\s\S]*?)^>{7}(?: .*)?(?:\r?\n|$)/gm;

export function sideOf(text: string, side: 'ours' | 'theirs'): string {
  return text.replace(CONFLICT, (_, ours: string, __: string | undefined, theirs: string) => (side === 'ours' ? ours : theirs));
}

/** What both began with: known where git wrote it down (merge.conflictStyle diff3), else without what stands between markers. */
export function baseOf(text: string): { readonly text: string; readonly isKnown: boolean } {
  let isKnown = true;
  const base = text.replace(CONFLICT, (_, __: string, found: string | undefined) => {
    isKnown &&= found !== undefined;
    return found ?? '';
  });
  return { text: base, isKnown };
}
