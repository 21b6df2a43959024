/** Findings as SARIF 2.1.0, which code scanning services read: one run for each thing that was checked. */
import type { Finding } from '../../app/checks/findings.ts';
import type { Validation } from '../../app/checks/validation.ts';
import { severityOf } from '../../core/problem/problem.ts';
import { describeProblem } from './describe-problem.ts';
import { plain } from '../text/plain.ts';
import { relatedWords } from './related-words.ts';
import { checkedWords } from './validation-summary.ts';

export function sarif(validations: readonly Validation[]): string {
  return sarifFile(validations.map(run));
}

export function sarifFile(runs: readonly object[]): string {
  return JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs }, null, 2);
}

function run(validation: Validation): object {
  const codes = [...new Set(validation.findings.map(({ problem }) => problem.code))].sort();
  return {
    tool: { driver: { name: 'coord', rules: codes.map((id) => ({ id, shortDescription: { text: id.replaceAll('-', ' ') }, help: { text: `What it means and how to mend it: coord help ${id}` } })) } },
    // Services keep the results of one such name apart from those of another.
    automationDetails: { id: `coord/${typeof validation.of === 'string' ? validation.of : 'ours' in validation.of ? 'merge' : 'scope'}/`, description: { text: checkedWords(validation) } },
    columnKind: 'utf16CodeUnits',
    results: validation.findings.map((finding) => result(finding, codes.indexOf(finding.problem.code))),
  };
}

function result({ problem, related }: Finding, ruleIndex: number): object {
  const { sentence, next } = describeProblem(problem);
  const others = related.map((other, id) => ({ id, message: { text: relatedWords(other) }, ...location(other.place.file, other.at) }));
  return {
    ruleId: problem.code,
    ruleIndex,
    level: severityOf(problem),
    message: { text: `${sentence} ${next}` },
    locations: [location(problem.place.file, problem.at)],
    ...(others.length === 0 ? {} : { relatedLocations: others }),
  };
}

function location(file: string, { line, column, endColumn }: Finding['problem']['at']): object {
  return sarifPlace(file, { startLine: line, startColumn: column, endColumn });
}

/** `region` null: the file as a whole. */
export function sarifPlace(file: string, region: object | null): object {
  return { physicalLocation: { artifactLocation: { uri: uriOf(file), uriBaseId: '%SRCROOT%' }, ...(region === null ? {} : { region }) } };
}

/** A name may hold anything but a zero byte; what no URI can carry is shown by its code point. */
function uriOf(file: string): string {
  return file.split('/').map((name) => encodeURIComponent(isWellFormed(name) ? name : plain(name))).join('/');
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
