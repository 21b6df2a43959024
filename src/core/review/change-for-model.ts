/** A change as a model reads it: each line with the number it has now, within what a model can take in. */
import { numberedLines } from './change.ts';
import type { ChangedFile, Hunk } from './change.ts';

export interface ShownChange {
  readonly text: string;
  /** Files that were left out: too much. */
  readonly leftOut: readonly string[];
}

/** Characters of one file, and of all. */
const MOST_OF_FILE = 60_000;
const MOST = 300_000;

export function changeForModel(files: readonly ChangedFile[]): ShownChange {
  const leftOut: string[] = [];
  const parts: string[] = [];
  let left = MOST;
  for (const file of files) {
    const length = file.hunks.reduce((sum, { text }) => sum + text.length, 0);
    if (length > MOST_OF_FILE || length > left) leftOut.push(file.path);
    else {
      const part = fileText(file);
      parts.push(part);
      left -= part.length;
    }
  }
  return { text: parts.join('\n\n'), leftOut };
}

function fileText(file: ChangedFile): string {
  return [headOf(file), ...file.hunks.map(hunkText)].join('\n');
}

function headOf({ path, before, isGone, hunks }: ChangedFile): string {
  const name = JSON.stringify(path);
  if (isGone) return `File ${name}, removed`;
  if (before === null) return `File ${name}, new`;
  return `File ${name}${before === path ? '' : `, was ${JSON.stringify(before)}`}${hunks.length === 0 ? ', no lines changed' : ''}`;
}

function hunkText(hunk: Hunk): string {
  const lines = [...numberedLines(hunk)].map(({ mark, number, text }) => `${String(number ?? '').padStart(6)} ${mark} ${text}`);
  return ['  ...', ...lines].join('\n');
}
