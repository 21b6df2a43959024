/** The answer for programs: `{"coord": 1, "data": ..., "problems": [...]}` (schemas/answers/envelope.schema.json). */
import type { PlacedProblem } from '../core/problem/problem.ts';
import { severityOf } from '../core/problem/problem.ts';
import { describeProblem } from '../present/checks/describe-problem.ts';
import { describeRefusal } from '../present/describe-refusal.ts';
import type { Refused, Reply } from './command.ts';

export function envelope(reply: Reply): string {
  const problems = [...(reply.problems ?? []).map(problemEntry), ...(reply.refused ? [refusalEntry(reply.refused)] : [])];
  return JSON.stringify({ coord: 1, data: reply.data ?? null, problems });
}

function problemEntry(problem: PlacedProblem): object {
  const { sentence, next } = describeProblem(problem);
  const { line, column, endColumn } = problem.at;
  return { code: problem.code, severity: severityOf(problem), file: problem.place.file, line, column, end_column: endColumn, message: sentence, next };
}

function refusalEntry({ refusal, screen }: Refused): object {
  return { code: refusal.code, severity: 'error', ...describeRefusal(refusal, screen) };
}
