/** What lists for one's own use set behind a line: `#garden`, `due:2026-06-12`. */
import { dateIn } from './written-dates.ts';

/** `#12` is an issue. */
const LAST = /\s+(?:(#\p{L}[\p{L}\p{N}_/-]*)|(?:(?:due|deadline|fällig|échéance)[:：]\s?|📅\s*)(\d{4}-\d{2}-\d{2}))\s*$/iu;

export function splitTags(text: string): { readonly rest: string; readonly tags: string; readonly due: string | null } {
  const tags: string[] = [];
  let due: string | null = null;
  let rest = text;
  for (let found = LAST.exec(rest); found !== null; found = LAST.exec(rest)) {
    const [, tag, date] = found;
    if (tag !== undefined) tags.unshift(tag);
    if (date !== undefined) due = dateIn(date);
    if (date !== undefined && due === null) break;
    rest = rest.slice(0, found.index);
  }
  return { rest, tags: tags.join(' '), due };
}
