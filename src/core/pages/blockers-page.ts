/** status/blockers.md: what stands in the way, who waits on whom, and what was resolved. */
import { settingsOf } from '../documents/settings.ts';
import type { Blocker } from '../model.ts';
import { timeText } from './absolute-time.ts';
import { idText, inline, section, table } from './markdown.ts';
import type { PageFacts } from './page-facts.ts';

export function blockersBlock({ workspace, graph }: PageFacts): string {
  const { timeZone } = settingsOf(workspace.config);
  const when = (written: string | null): string => (written === null ? '' : timeText(written, timeZone));
  const open = workspace.blockers.filter(({ resolved }) => resolved === null).sort(bySeverity);
  const resolved = workspace.blockers.filter((blocker) => blocker.resolved !== null).sort(byFile);
  const waiting = ({ task, by }: Blocker): string => graph.tasks[graph.byId.get(task.toLowerCase()) ?? -1]?.agent ?? by ?? 'somebody';
  const openRow = (blocker: Blocker): string[] => {
    const { severity, task, needed, waitsOn, raised, acknowledged } = blocker;
    const taken = acknowledged === null ? '' : `${inline(acknowledged.by)}, ${when(acknowledged.at)}`;
    return [severity, idText(task), inline(waiting(blocker)), inline(waitsOn ?? ''), inline(needed), when(raised), taken];
  };
  const resolvedRow = ({ severity, task, needed, raised, resolved: at, resolution }: Blocker): string[] => [severity, idText(task), inline(needed), when(raised), when(at), inline(resolution ?? '')];
  return [
    section('Open', open.length === 0 ? '' : table(['severity', 'task', 'who waits', 'on whom', 'what is needed', 'raised', 'taken on'], open.map(openRow))),
    section('Resolved', resolved.length === 0 ? '' : table(['severity', 'task', 'what was needed', 'raised', 'resolved', 'how'], resolved.map(resolvedRow))),
  ].join('\n\n');
}

const byFile = (one: Blocker, other: Blocker): number => (one.place.file < other.place.file ? -1 : 1);

function bySeverity(one: Blocker, other: Blocker): number {
  return one.severity === other.severity ? byFile(one, other) : one.severity < other.severity ? -1 : 1;
}
