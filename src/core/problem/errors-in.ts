import { severityOf } from './problem.ts';
import type { PlacedProblem } from './problem.ts';

/** What keeps one file from being relied on. */
export function errorsIn(file: string, problems: readonly PlacedProblem[]): readonly PlacedProblem[] {
  return problems.filter((found) => found.place.file === file && severityOf(found) === 'error');
}
