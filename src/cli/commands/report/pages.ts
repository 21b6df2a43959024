import type { Ports } from '../../../app/ports.ts';
import { checkPages, writePages } from '../../../app/reports/report-pages.ts';
import { firstDifference } from '../../../core/pages/first-difference.ts';
import { isStale } from '../../../core/pages/make-pages.ts';
import type { ReportPagesAnswer } from '../../../core/schemas/types.ts';
import { pagesChecked, pagesTalk, pagesWritten } from '../../../present/reports/report-pages.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { commitEntry } from '../../commit-entry.ts';
import { isSet } from '../../options.ts';
import { refuse } from '../../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const check = isSet(input, 'check');
  const answer = await (check ? checkPages(ports) : writePages(ports));
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { pages, commit, problems } = answer.value;
  const data: ReportPagesAnswer = {
    pages: pages.map((page) => ({ file: page.path, changed: isStale(page), difference: isStale(page) && page.current !== null ? firstDifference(page.current, page.text) : null })),
    commit: commitEntry(commit),
  };
  const text = check ? pagesChecked(answer.value) : pagesWritten(answer.value);
  return { exit: check && pages.some(isStale) ? 1 : 0, text, talk: pagesTalk(answer.value), data, problems };
}
