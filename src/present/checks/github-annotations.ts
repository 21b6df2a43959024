/** Problems as workflow commands of GitHub Actions, which shows them beside the lines they are about. */
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { severityOf } from '../../core/problem/problem.ts';
import { describeProblem } from './describe-problem.ts';

export function githubAnnotations(problems: readonly PlacedProblem[]): string {
  return problems.map(annotation).join('\n');
}

function annotation(problem: PlacedProblem): string {
  const { sentence, next } = describeProblem(problem);
  const { line, column, endColumn } = problem.at;
  return annotationLine(severityOf(problem), { file: problem.place.file, line, col: column, endColumn, title: problem.code }, `${sentence} ${next}`);
}

export function annotationLine(level: 'error' | 'warning' | 'notice', properties: Readonly<Record<string, string | number>>, message: string): string {
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level} ${listed.join(',')}::${escapeMessage(message)}`;
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
