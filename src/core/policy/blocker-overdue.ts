/** A blocker that nobody has answered in the time its severity gives. */
import { answerMinutes } from '../documents/settings.ts';
import type { Workspace } from '../documents/workspace.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { answerDue } from './answer-due.ts';
import { fieldOf } from './field-of.ts';

export function findOverdueBlockers({ config, blockers }: Pick<Workspace, 'config' | 'blockers'>, now: number): Problem[] {
  return blockers.flatMap((blocker) => {
    const { task, severity, raised, place } = blocker;
    const due = answerDue(blocker, config);
    if (due === null || now <= due) return [];
    return [problem('blocker-overdue', fieldOf(place, 'raised'), { task, severity, since: raised ?? '', respondMinutes: answerMinutes(config, severity) ?? 0 })];
  });
}
