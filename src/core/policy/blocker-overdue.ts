/** A blocker that nobody has answered in the time its severity gives. */
import { isPerson } from '../documents/outsider.ts';
import { recordName } from '../documents/record-name.ts';
import { answerMinutes } from '../documents/settings.ts';
import type { Workspace } from '../documents/workspace.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { answerDue } from './answer-due.ts';
import { fieldOf } from './field-of.ts';

export function findOverdueBlockers({ config, blockers, agents }: Pick<Workspace, 'config' | 'blockers' | 'agents'>, now: number): Problem[] {
  return blockers.flatMap((blocker) => {
    const { task, severity, waitsOn, raised, place } = blocker;
    const due = answerDue(blocker, config);
    if (due === null || now <= due) return [];
    const canAnswer = waitsOn !== null && (isPerson(waitsOn) || agents.some(({ id }) => id === waitsOn));
    return [problem('blocker-overdue', fieldOf(place, 'raised'), { task, blocker: recordName(place.file), waitsOn: canAnswer ? waitsOn : null, severity, since: raised ?? '', respondMinutes: answerMinutes(config, severity) ?? 0 })];
  });
}
