/** What lists for one's own use set beside a line: `#garden`, `due:2026-06-12`, `!!`, `⏫`. */
import type { Priority } from '../../model.ts';
import { priorityOfMark } from './states.ts';
import { dateIn } from './written-dates.ts';

/** `#12` is an issue. */
const LAST = /\s+(?:(#\p{L}[\p{L}\p{N}_/-]*)|(?:(?:due|deadline|fällig|échéance)[:：]\s?|📅\s*)(\d{4}-\d{2}-\d{2})|(!{2,3}|[🔺⏫🔼🔽⏬🔴🟠])\ufe0f?)\s*$/iu;
const FIRST = /^(!{2,3}|[🔺⏫🔼🔽⏬])\ufe0f?\s+(?=\S)/u;

export interface Tagged {
  readonly rest: string;
  readonly tags: string;
  readonly due: string | null;
  readonly priority: Priority | null;
}

export function splitTags(text: string): Tagged {
  const first = FIRST.exec(text);
  const tags: string[] = [];
  let due: string | null = null;
  let mark = first?.[1] ?? null;
  let rest = text.slice(first?.[0].length ?? 0);
  for (let found = LAST.exec(rest); found !== null; found = LAST.exec(rest)) {
    const [, tag, date, sign] = found;
    if (tag !== undefined) tags.unshift(tag);
    if (sign !== undefined) mark ??= sign;
    if (date !== undefined) due = dateIn(date);
    if (date !== undefined && due === null) break;
    rest = rest.slice(0, found.index);
  }
  return { rest, tags: tags.join(' '), due, priority: mark === null ? null : priorityOfMark(mark) };
}
