/** A look back as data. */
import type { RetroReport } from '../app/reports/report-retro.ts';
import type { Task } from '../core/model.ts';
import type { ReportRetroAnswer } from '../core/schemas/types.ts';

export function retroEntry({ span, completion, retro }: RetroReport, file: string | null): ReportRetroAnswer {
  const ids = (tasks: readonly Task[]): string[] => tasks.map(({ id }) => id);
  return {
    file,
    span,
    from: new Date(retro.period.from).toISOString(),
    to: new Date(retro.period.to - 1).toISOString(),
    completion,
    done: ids(retro.done),
    reached: ids(retro.reached),
    late: ids(retro.late),
    undated: retro.undated,
    blockers: retro.blockers.map(({ blocker, seconds, isOpen }) => ({ task: blocker.task, file: blocker.place.file, severity: blocker.severity, waits_on: blocker.waitsOn, seconds, open: isOpen })),
    estimates: retro.estimates.map(({ task, estimate, actual, factor }) => ({ task: task.id, agent: task.agent, estimate_minutes: estimate, actual_minutes: actual, factor })),
    changes: retro.changes.map(({ change, ...facts }) => ({ change, facts })),
  };
}
