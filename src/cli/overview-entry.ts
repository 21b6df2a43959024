/** What a report about the whole says, as data: the same counts that its page and its comment show. */
import type { Overview } from '../app/reports/report-overview.ts';
import type { ReportHtmlAnswer } from '../core/schemas/types.ts';

export function overviewEntry({ status, done, period, metrics: { targets } }: Overview, file: string | null): ReportHtmlAnswer {
  const { completion, counts, ready, blockers } = status;
  const held = (state: string): number => targets.filter((target) => target.state === state).length;
  return {
    file,
    since: new Date(period.from).toISOString(),
    completion,
    counts,
    ready: ready.total,
    blockers: blockers.total,
    done: done.total,
    targets: { met: held('met'), missed: held('missed'), unknown: held('unknown') },
    problems: status.problems.length,
  };
}
