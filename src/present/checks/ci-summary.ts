/** The checks of a CI run as Markdown, for the page of the job. Texts from files are shown as they are: no link, image or mention comes from them. */
import type { Validation } from '../../app/checks/validation.ts';
import { literal } from '../../core/markdown-text.ts';
import { severityOf } from '../../core/problem/problem.ts';
import type { Refusal, Result } from '../../core/problem/refusal.ts';
import { describeProblem } from './describe-problem.ts';
import { describeRefusal } from '../describe-refusal.ts';
import { literalTable } from '../text/literal-table.ts';
import type { Screen } from '../screen.ts';
import { checkedWords, validationSummary } from './validation-summary.ts';
import { count } from '../text/words.ts';

const MOST_ROWS = 50;

export function ciSummary(checks: readonly Result<Validation>[], screen: Screen): string {
  return `${['## coord', ...checks.map((check) => (check.ok ? part(check.value) : refusalPart(check.refusal, screen)))].join('\n\n')}\n`;
}

function part(validation: Validation): string {
  const { findings, failed } = validation;
  const title = `**${failed ? 'Failed' : 'Passed'}**: ${literal(checkedWords(validation))}. ${validationSummary(validation).split('\n').map(literal).join('. ')}`;
  const more = findings.length > MOST_ROWS ? [`${count(findings.length - MOST_ROWS, 'more problem')}: see the log.`] : [];
  return [title, ...(findings.length === 0 ? [] : [table(findings.slice(0, MOST_ROWS))]), ...more].join('\n\n');
}

function table(findings: Validation['findings']): string {
  const rows = findings.map(({ problem }) => {
    const { sentence, next } = describeProblem(problem);
    return [severityOf(problem), problem.code, `${problem.place.file}:${problem.at.line}`, sentence, next];
  });
  return literalTable(['', 'code', 'place', 'what is wrong', 'what to do'], rows);
}

function refusalPart(refusal: Refusal, screen: Screen): string {
  const { message, next } = describeRefusal(refusal, screen);
  return `**Not checked**: ${literal(message)} ${literal(next)}`;
}
