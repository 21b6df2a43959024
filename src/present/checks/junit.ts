/** Findings as JUnit's XML, which CI services show as tests: a suite for each thing that was checked, a case for each problem. */
import type { Finding } from '../../app/checks/findings.ts';
import type { Validation } from '../../app/checks/validation.ts';
import { isFailing } from '../../core/policy/tally.ts';
import { severityOf } from '../../core/problem/problem.ts';
import { describeProblem } from './describe-problem.ts';
import { plain } from '../text/plain.ts';
import { checkedWords } from './validation-summary.ts';
import { count } from '../text/words.ts';

export function junit(validations: readonly Validation[]): string {
  const counts = validations.map(countsOf);
  const sum = (name: 'tests' | 'failures'): number => counts.reduce((total, one) => total + one[name], 0);
  const suites = validations.flatMap((validation, at) => [`  <testsuite name="${escaped(checkedWords(validation))}"${attributes(counts[at] ?? NONE)}>`, ...cases(validation), '  </testsuite>']);
  return ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites name="coord validate"${attributes({ tests: sum('tests'), failures: sum('failures') })}>`, ...suites, '</testsuites>'].join('\n');
}

interface Counts {
  readonly tests: number;
  readonly failures: number;
}

const NONE: Counts = { tests: 0, failures: 0 };

function countsOf(validation: Validation): Counts {
  const { findings, strict } = validation;
  return { tests: findings.length + (soundCase(validation) === null ? 0 : 1), failures: findings.filter(({ problem }) => isFailing(problem, strict)).length };
}

function attributes({ tests, failures }: Counts): string {
  return ` tests="${tests}" failures="${failures}" errors="0" skipped="0"`;
}

function cases(validation: Validation): string[] {
  const sound = soundCase(validation);
  return [...(sound === null ? [] : [`    <testcase classname="coord" name="${sound}"/>`]), ...validation.findings.flatMap((finding) => problemCase(finding, validation.strict))];
}

/** For the files without any problem: a suite without cases is taken for one that did not run. null: there is no such file, and other cases are there. */
function soundCase({ findings, files, filesChecked }: Validation): string | null {
  const sound = filesChecked - Math.min(files, filesChecked);
  if (sound > 0) return `${count(sound, 'file')} in order`;
  return findings.length === 0 ? 'nothing to check' : null;
}

/** What does not fail the check is told as output of a case that passed. */
function problemCase({ problem }: Finding, strict: boolean): string[] {
  const { sentence, next } = describeProblem(problem);
  const place = `${problem.place.file}:${problem.at.line}:${problem.at.column}`;
  const text = `${place}  ${severityOf(problem)}  ${problem.code}\n${sentence}\n${next}`;
  const body = isFailing(problem, strict) ? `<failure type="${problem.code}" message="${escaped(sentence)}">${escaped(text)}</failure>` : `<system-out>${escaped(text)}</system-out>`;
  return [`    <testcase classname="${escaped(problem.place.file)}" name="${escaped(`${problem.code} ${place}`)}">`, `      ${body}`, '    </testcase>'];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Each line passes the door for text of files; two last code points are forbidden in XML. */
function escaped(text: string): string {
  return text.split('\n').map(plain).join('\n').replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark).replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
}
