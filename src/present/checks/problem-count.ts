/** One line that says how much is wrong in the files, for the end of any answer. */
import { tally } from '../../core/policy/tally.ts';
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { count } from '../text/words.ts';

export function problemCount(problems: readonly PlacedProblem[]): string {
  if (problems.length === 0) return '';
  const { errors, warnings, files } = tally(problems, false);
  const counted = [errors > 0 ? count(errors, 'problem') : '', warnings > 0 ? count(warnings, 'warning') : ''].filter((part) => part !== '');
  return `${counted.join(' and ')} in ${count(files, 'file')}: coord validate`;
}
