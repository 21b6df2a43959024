/** A text with conflict markers, as git leaves them, as each side had it. */
import { linesOf } from './lines.ts';

/** The first line that is one; `=======` alone may be text. */
export const CONFLICT_MARKER = /^(?:<{7}|>{7}|\|{7})(?:[ \t].*)?\r?$/m;
const MARKS = ['<<<<<<<', '>>>>>>>', '|||||||'];

/** Looks at the lines of a text only where something like a marker is in it. */
export function findConflictMarker(text: string): RegExpExecArray | null {
  return MARKS.some((mark) => text.includes(mark)) ? CONFLICT_MARKER.exec(text) : null;
}

interface Stretch {
  readonly ours: string;
  /** null: git did not write down what both began with. */
  readonly base: string | null;
  readonly theirs: string;
}

export function sideOf(text: string, side: 'ours' | 'theirs'): string {
  return stretches(text).map((found) => (typeof found === 'string' ? found : found[side])).join('');
}

/** What both began with: known where git wrote it down (merge.conflictStyle diff3), else without what stands between markers. */
export function baseOf(text: string): { readonly text: string; readonly isKnown: boolean } {
  const found = stretches(text);
  const isKnown = found.every((part) => typeof part === 'string' || part.base !== null);
  return { text: found.map((part) => (typeof part === 'string' ? part : (part.base ?? ''))).join(''), isKnown };
}

/** Which marker may follow, and what stands between it and the one before. */
const NEXT = { ours: /^(?:\|{7}|={7})(?![|=])/, base: /^={7}(?!=)/, theirs: /^>{7}(?!>)/ } as const;

/** Lines outside of conflicts as they are. Markers that do not belong together are text. */
function stretches(text: string): readonly (string | Stretch)[] {
  const found: (string | Stretch)[] = [];
  let open: { raw: string; at: keyof typeof NEXT; ours: string; base: string | null; theirs: string } | null = null;
  for (const line of linesOf(text)) {
    if (/^<{7}(?!<)/.test(line)) {
      if (open) found.push(open.raw);
      open = { raw: line, at: 'ours', ours: '', base: null, theirs: '' };
      continue;
    }
    if (open === null) {
      found.push(line);
      continue;
    }
    open.raw += line;
    if (!NEXT[open.at].test(line)) open[open.at] = (open[open.at] ?? '') + line;
    else if (open.at === 'theirs') {
      found.push({ ours: open.ours, base: open.base, theirs: open.theirs });
      open = null;
    } else if (line.startsWith('=')) open.at = 'theirs';
    else {
      open.at = 'base';
      open.base = '';
    }
  }
  return open ? [...found, open.raw] : found;
}
