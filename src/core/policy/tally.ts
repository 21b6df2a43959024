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

export function tally(problems: readonly Problem[], strict: boolean): Tally {
  const errors = problems.filter((found) => severityOf(found) === 'error').length;
  const failed = problems.some((found) => isFailing(found, strict));
  return { errors, warnings: problems.length - errors, files: new Set(problems.map(({ place }) => place.file)).size, failed };
}

/** `strict` counts warnings as failing, but never those that come and go with the clock. */
export function isFailing(found: Problem, strict: boolean): boolean {
  return severityOf(found) === 'error' || (strict && PROBLEM_KINDS[found.code].clock !== true);
}
