/** What would change in a text, as `diff -u` shows it, without its heading. */

const AROUND = 3;
/** Past so many pairs of lines the two are shown as one piece that replaces another. */
const MOST_PAIRS = 4_000_000;

interface Line {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

/** Empty where nothing does. */
export function diffLines(before: string, after: string): readonly string[] {
  const lines = compared(linesOf(before), linesOf(after));
  const isNear = (index: number): boolean => lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ mark }) => mark !== ' ');
  const shown: string[] = [];
  let [old, fresh, wasNear] = [1, 1, false];
  for (const [index, { mark, text }] of lines.entries()) {
    const near = isNear(index);
    if (near && !wasNear) shown.push(`@@ -${old} +${fresh} @@`);
    if (near) shown.push(mark + text);
    wasNear = near;
    if (mark !== '+') old++;
    if (mark !== '-') fresh++;
  }
  return shown;
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

function compared(before: readonly string[], after: readonly string[]): readonly Line[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const same = (lines: readonly string[]): readonly Line[] => lines.map((text) => ({ mark: ' ', text }));
  return [...same(before.slice(0, start)), ...middle(before.slice(start, before.length - end), after.slice(start, after.length - end)), ...same(before.slice(before.length - end))];
}

/** By the longest common subsequence. */
function middle(before: readonly string[], after: readonly string[]): readonly Line[] {
  const gone = (lines: readonly string[]): readonly Line[] => lines.map((text) => ({ mark: '-', text }));
  const come = (lines: readonly string[]): readonly Line[] => lines.map((text) => ({ mark: '+', text }));
  if (before.length * after.length > MOST_PAIRS) return [...gone(before), ...come(after)];
  const common = commonLengths(before, after);
  const lengthAt = (row: number, column: number): number => common[row]?.[column] ?? 0;
  const lines: Line[] = [];
  let [row, column] = [0, 0];
  while (row < before.length && column < after.length) {
    if (before[row] === after[column]) {
      lines.push({ mark: ' ', text: before[row] ?? '' });
      row++;
      column++;
    } else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) lines.push({ mark: '-', text: before[row++] ?? '' });
    else lines.push({ mark: '+', text: after[column++] ?? '' });
  }
  return [...lines, ...gone(before.slice(row)), ...come(after.slice(column))];
}

/** Of what is left of both from each place on. */
function commonLengths(before: readonly string[], after: readonly string[]): readonly (readonly number[])[] {
  const lengths: number[][] = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      const isSame = before[row] === after[column];
      const line = lengths[row] ?? [];
      line[column] = isSame ? (lengths[row + 1]?.[column + 1] ?? 0) + 1 : Math.max(lengths[row + 1]?.[column] ?? 0, line[column + 1] ?? 0);
    }
  }
  return lengths;
}
