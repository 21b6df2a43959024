/** One line that says how much is wrong in the files, for the end of any answer. */
import type { PlacedProblem } from '../core/problem/problem.ts';
import { severityOf } from '../core/problem/problem.ts';
import { count } from './words.ts';

export function problemCount(problems: readonly PlacedProblem[]): string {
  if (problems.length === 0) return '';
  const errors = problems.filter((problem) => severityOf(problem) === 'error').length;
  const warnings = problems.length - errors;
  const files = new Set(problems.map(({ place }) => place.file)).size;
  const counted = [errors > 0 ? count(errors, 'problem') : '', warnings > 0 ? count(warnings, 'warning') : ''].filter((part) => part !== '');
  return `${counted.join(' and ')} in ${count(files, 'file')}: coord validate`;
}
