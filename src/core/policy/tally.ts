/** Problems counted, and whether they fail a check. */
import { PROBLEM_KINDS, severityOf } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';

export interface Tally {
  readonly errors: number;
  readonly warnings: number;
  /** Files that have any. */
  readonly files: number;
  readonly failed: boolean;
}

/** `strict` counts warnings as failing, but never those that come and go with the clock. */
export function tally(problems: readonly Problem[], strict: boolean): Tally {
  const errors = problems.filter((found) => severityOf(found) === 'error').length;
  const failed = errors > 0 || (strict && problems.some(({ code }) => PROBLEM_KINDS[code].clock !== true));
  return { errors, warnings: problems.length - errors, files: new Set(problems.map(({ place }) => place.file)).size, failed };
}
