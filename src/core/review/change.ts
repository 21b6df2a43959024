/** A change as git tells it: which files it touches, and in each the stretches of lines that a diff shows. */
export interface ChangedFile {
  readonly path: string;
  /** Its path before; null: it is new. */
  readonly before: string | null;
  readonly isGone: boolean;
  /** None where its name or mode alone changed, or where it is no text. */
  readonly hunks: readonly Hunk[];
}

export interface Hunk {
  /** Number of its first line in the file as it is now. */
  readonly first: number;
  /** How many lines of that file it shows. */
  readonly count: number;
  /** The lines, each behind a space, + or -. */
  readonly text: string;
}

export function showsLine({ hunks }: ChangedFile, line: number): boolean {
  return hunks.some(({ first, count }) => first <= line && line < first + count);
}

export function addsLines({ hunks }: ChangedFile): boolean {
  return hunks.some(({ text }) => /^\+/m.test(text));
}

/** Lines of a hunk as the file has them now, with their numbers; of lines that are gone the number is null. */
export function* numberedLines({ first, text }: Hunk): Generator<{ readonly mark: string; readonly number: number | null; readonly text: string }> {
  let number = first;
  for (const line of text.split('\n')) {
    const mark = line.charAt(0);
    if (mark === '-') yield { mark, number: null, text: line.slice(1) };
    else if (mark === ' ' || mark === '+') yield { mark, number: number++, text: line.slice(1) };
  }
}

/** What stands on a line now; null where the diff does not show it. */
export function lineText({ hunks }: ChangedFile, line: number): string | null {
  const hunk = hunks.find(({ first, count }) => first <= line && line < first + count);
  if (hunk === undefined) return null;
  for (const { number, text } of numberedLines(hunk)) if (number === line) return text;
  return null;
}
