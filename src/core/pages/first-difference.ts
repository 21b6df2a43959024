/** The first line in which two texts differ; null for a side that has ended before. */
export interface Difference {
  /** From 1 on. */
  readonly line: number;
  readonly is: string | null;
  readonly should: string | null;
}

export function firstDifference(is: string, should: string): Difference {
  const [left, right] = [is.split('\n'), should.split('\n')];
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  return { line: at + 1, is: left[at] ?? null, should: right[at] ?? null };
}
