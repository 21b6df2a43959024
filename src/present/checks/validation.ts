/** The findings of `coord validate` for people: each with its place, its lines, one sentence and one next step. */
import type { Finding } from '../../app/checks/findings.ts';
import type { Validation } from '../../app/checks/validation.ts';
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { severityOf } from '../../core/problem/problem.ts';
import { codeFrame } from './code-frame.ts';
import { describeProblem } from './describe-problem.ts';
import { paint } from '../text/paint.ts';
import { say } from '../text/plain.ts';
import { relatedWords } from './related-words.ts';
import type { Screen } from '../screen.ts';
import { validationSummary } from './validation-summary.ts';

export function validationText(validation: Validation, screen: Screen): string {
  const linesOf = splitOnce();
  const findings = validation.findings.map((finding) => findingText(finding, finding.text === null ? [] : linesOf(finding.text), screen));
  return [...findings, validationSummary(validation)].join('\n\n');
}

function findingText({ problem, related, text }: Finding, lines: readonly string[], screen: Screen): string {
  const { red, yellow, dim } = paint(screen);
  const severity = severityOf(problem);
  const { sentence, next } = describeProblem(problem);
  const place = say`${problem.place.file}:${problem.at.line}:${problem.at.column}`;
  const frame = isAboutWholeFile(problem) || text === null ? [] : [codeFrame(withoutEnd(lines, problem.at.line), problem.at, screen)];
  const head = `${place}  ${severity === 'error' ? red(severity) : yellow(severity)}  ${problem.code}`;
  return [head, sentence, ...frame, ...related.map((other) => dim(relatedLine(other))), next].join('\n');
}

function isAboutWholeFile({ place }: PlacedProblem): boolean {
  return place.pointer === undefined && place.offset === undefined;
}

/** The line break that ends a file makes no line of its own, unless that is where the problem is. */
function withoutEnd(lines: readonly string[], line: number): readonly string[] {
  return lines.at(-1) === '' && line < lines.length ? lines.slice(0, -1) : lines;
}

function relatedLine(other: Finding['related'][number]): string {
  return say`  ${relatedWords(other)}: ${other.place.file}:${other.at.line}:${other.at.column}`;
}

/** A file with a thousand problems is split into lines once. */
function splitOnce(): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const lines = known.get(text) ?? text.split(/\r\n|\n|\r/);
    known.set(text, lines);
    return lines;
  };
}
