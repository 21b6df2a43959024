/**
 * What `git diff` says: names by its records, which end in a zero byte, lines by its patch. Of the patch only the counts
 * of each hunk are believed, so no line of a file can pass for a header.
 */
import type { ChangedFile, Hunk } from './change.ts';

/** `records`: of `--raw -z`. `patch`: of `-p`, with the prefixes a/ and b/. */
export function readDiff(records: string, patch: string): readonly ChangedFile[] {
  const hunks = hunksByPath(patch);
  const files = new Map<string, ChangedFile>();
  for (const { status, before, path } of recordsIn(records)) {
    const isGone = status === 'D';
    files.set(path, { path, before: status === 'A' ? null : before, isGone, hunks: isGone ? [] : (hunks.get(path) ?? []) });
  }
  return [...files.values()];
}

interface DiffRecord {
  readonly status: string;
  readonly before: string;
  readonly path: string;
}

function* recordsIn(records: string): Generator<DiffRecord> {
  const fields = records.split('\0');
  for (let at = 0; at + 1 < fields.length; ) {
    const status = (fields[at]?.split(' ')[4] ?? '').charAt(0);
    const names = status === 'R' || status === 'C' ? 2 : 1;
    const before = fields[at + 1] ?? '';
    // What is not merged yet is told once more as what it is in the work tree.
    if (status !== 'U') yield { status, before, path: fields[at + names] ?? '' };
    at += names + 1;
  }
}

const HEADER = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/** By the path that each has now. */
function hunksByPath(patch: string): ReadonlyMap<string, readonly Hunk[]> {
  const found = new Map<string, Hunk[]>();
  let path: string | null = null;
  for (let at = 0; at < patch.length; ) {
    const end = endOfLine(patch, at);
    const header = patch.startsWith('@@ ', at) ? HEADER.exec(patch.slice(at, end)) : null;
    if (patch.startsWith('+++ ', at)) path = nameIn(patch.slice(at + 4, end));
    at = end + 1;
    if (header === null) continue;
    const [, gone = '1', first = '0', count = '1'] = header;
    const last = endOfHunk(patch, at, Number(gone), Number(count));
    const hunk = { first: Number(first), count: Number(count), text: patch.slice(at, last) };
    if (path !== null) {
      const known = found.get(path) ?? [];
      known.push(hunk);
      found.set(path, known);
    }
    at = last;
  }
  return found;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** Where as many lines have come as its header says, each side counted. */
function endOfHunk(patch: string, from: number, before: number, after: number): number {
  let at = from;
  let [gone, come] = [before, after];
  while (at < patch.length) {
    const mark = patch.charAt(at);
    if (mark === '\\') {
      at = endOfLine(patch, at) + 1;
      continue;
    }
    if (gone <= 0 && come <= 0) break;
    if (mark !== '+') gone--;
    if (mark !== '-') come--;
    at = endOfLine(patch, at) + 1;
  }
  return Math.min(at, patch.length);
}

/** null: there is no such file now. A tab ends names with spaces; names that are hard to show stand in quotes. */
function nameIn(field: string): string | null {
  const name = field.startsWith('"') ? unquoted(field) : field.replace(/\t$/, '');
  return name.startsWith('b/') ? name.slice(2) : null;
}

const ESCAPED: Readonly<Record<string, string>> = { a: '\u0007', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r' };

function unquoted(field: string): string {
  const inside = field.slice(1, field.lastIndexOf('"'));
  return inside.replace(/\\([0-7]{3}|.)/g, (_, code: string) => (code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPED[code] ?? code)));
}
