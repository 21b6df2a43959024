/** A blocker that nobody has answered within its severity's response time. */
import { instantOf } from '../dates.ts';
import { responseMinutes, settingsOf } from '../documents/settings.ts';
import type { Workspace } from '../documents/workspace.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { fieldOf } from './field-of.ts';

export function findOverdueBlockers({ config, blockers }: Pick<Workspace, 'config' | 'blockers'>, now: number): Problem[] {
  const { timeZone } = settingsOf(config);
  return blockers.flatMap(({ task, severity, raised, acknowledged, resolved, place }) => {
    if (raised === null || acknowledged !== null || resolved !== null) return [];
    const since = instantOf(raised, timeZone);
    const minutes = responseMinutes(config, severity);
    if (since === null || minutes === null || now <= since + minutes * 60_000) return [];
    return [problem('blocker-overdue', fieldOf(place, 'raised'), { task, severity, since: raised, respondMinutes: minutes })];
  });
}
